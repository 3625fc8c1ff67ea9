import { useEffect, useId, useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react';
import { isComposing } from './fields';
import './combobox.css';

export interface ComboboxOption {
  value: string;
  words: string;
  /** All of it, where the words are cut short. */
  title?: string;
  /** Stands over the words, quietly. */
  above?: string;
  /** Stands under the words, quietly. */
  below?: string;
}

interface ComboboxProps {
  /** What is picked, for those who do not see it. */
  label: string;
  placeholder: string;
  /** Said where nothing fits what is typed. */
  none: string;
  autoFocus?: boolean;
  className?: string;
  /** The list takes its own room, for fields whose surroundings would cut off what hangs over them. */
  inFlow?: boolean;
  /** What fits, the likeliest first; `typed` is empty at first. */
  optionsFor: (typed: string) => readonly ComboboxOption[];
  onPick: (value: string, typed: string) => void;
  /** Escape; without it the key is somebody else's. */
  onCancel?: () => void;
  onFocus?: () => void;
  /** The field is left with this in it. */
  onLeave?: (typed: string) => void;
}

/** A field in which something is found by typing, and the list of what fits. Arrows walk it, Enter picks. */
export function Combobox(props: ComboboxProps) {
  const { label, placeholder, none, autoFocus = false, className = '', inFlow = false } = props;
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { typed, listing, shown, current, pick, events } = useList(props);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  const isOpen = shown.length > 0;
  return (
    <div className={`combobox ${inFlow ? 'in-flow' : ''} ${className}`}>
      <input
        ref={input}
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${id}-${current}` : undefined}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        {...events}
      />
      {isOpen && <Options id={id} label={label} options={shown} current={current} onPick={pick} />}
      {listing && typed.trim() !== '' && !isOpen && (
        <p className="none xs t3" role="status">
          {none}
        </p>
      )}
    </div>
  );
}

/** What is typed, what of the list fits that, and where in it the keys are. */
function useList({ inFlow = false, optionsFor, onPick, onCancel, onFocus, onLeave }: ComboboxProps) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [listing, setListing] = useState(false);
  const shown = listing ? optionsFor(typed) : [];
  const current = Math.min(at, shown.length - 1);
  const type = (next: string) => {
    setTyped(next);
    setAt(0);
  };
  const pick = (option: ComboboxOption | undefined) => {
    if (option === undefined) return;
    type('');
    onPick(option.value, typed);
  };
  // A list that takes room can be closed for itself.
  const cancel = onCancel ?? (inFlow && listing ? () => setListing(false) : undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown' && !listing) setListing(true);
    else if (event.key === 'ArrowDown') setAt(Math.min(current + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0));
    else if (event.key === 'Enter') pick(shown[current]);
    else if (event.key === 'Escape' && cancel !== undefined) {
      event.stopPropagation();
      type('');
      cancel();
    } else return;
    event.preventDefault();
  };
  const events = {
    onKeyDown,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
      type(target.value);
      setListing(true);
    },
    onFocus: () => {
      setListing(true);
      onFocus?.();
    },
    onBlur: () => {
      setListing(false);
      if (onLeave === undefined) return;
      type('');
      onLeave(typed);
    },
  };
  return { typed, listing, shown, current, pick, events };
}

interface OptionsProps {
  id: string;
  label: string;
  options: readonly ComboboxOption[];
  current: number;
  onPick: (option: ComboboxOption) => void;
}

function Options({ id, label, options, current, onPick }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [options, current]);
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label={label}
      className="options"
      // What it stands in may scroll by the wheel too.
      onWheel={(event) => event.stopPropagation()}
    >
      {options.map((option, i) => (
        // Keys are the field's, which keeps the focus.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={option.value}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === current}
          title={option.title ?? option.words}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(option)}
        >
          {option.above !== undefined && <span className="side clip xxs t3">{option.above}</span>}
          <span className="leaf">{option.words}</span>
          {option.below !== undefined && <span className="side xxs t3">{option.below}</span>}
        </div>
      ))}
    </div>
  );
}
