import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LOOSE_FIND, createMatcher } from '#core/search/find';
import { leafOf, parentOf } from '#core/tag';
import { isComposing } from './fields';
import { collator, filterBy } from './format';
import './tag-picker.css';

/** Something that can be picked; `words` when it is shown as something else than its value. */
export interface PickerOption {
  value: string;
  words?: string;
}

interface TagPickerProps {
  /** What is picked, for those who do not see it. */
  label: string;
  options: readonly PickerOption[];
  /** What stands in the empty field; as for tags without it. */
  placeholder?: string;
  autoFocus?: boolean;
  onPick: (value: string) => void;
  onCancel?: () => void;
}

const MOST_SHOWN = 60;

/** A field in which a tag is found by typing, marks ignored, and the list of those that fit. Arrows walk it, Enter picks. */
export function TagPicker({
  label,
  options,
  placeholder,
  autoFocus = false,
  onPick,
  onCancel,
}: TagPickerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [focused, setFocused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  const shown = fittingOptions(options, typed);
  const current = Math.min(at, shown.length - 1);
  const isOpen = focused && shown.length > 0;
  const type = (next: string) => {
    setTyped(next);
    setAt(0);
  };
  const pick = (option: PickerOption | undefined) => {
    if (option === undefined) return;
    type('');
    onPick(option.value);
  };
  const keyed = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown') setAt(Math.min(current + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0));
    else if (event.key === 'Enter') pick(shown[current]);
    else if (event.key === 'Escape' && onCancel !== undefined) {
      event.stopPropagation();
      onCancel();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="tag-picker">
      <input
        ref={input}
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${id}-${current}` : undefined}
        placeholder={placeholder ?? t('codebook.picker.hint')}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onChange={(event) => type(event.target.value)}
        onKeyDown={keyed}
      />
      {isOpen && <Options id={id} label={label} options={shown} current={current} onPick={pick} />}
      {focused && typed.trim() !== '' && shown.length === 0 && (
        <p className="none xs t3" role="status">
          {t('codebook.picker.none')}
        </p>
      )}
    </div>
  );
}

interface OptionsProps {
  id: string;
  label: string;
  options: readonly PickerOption[];
  current: number;
  onPick: (option: PickerOption) => void;
}

function Options({ id, label, options, current, onPick }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [options, current]);
  return (
    <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className="options">
      {options.map((option, i) => (
        // Keys are the field's, which keeps the focus.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={option.value}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === current}
          title={option.words ?? option.value}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(option)}
        >
          <Option option={option} />
        </div>
      ))}
    </div>
  );
}

/** The last level of a tag, under those above it. */
function Option({ option }: { option: PickerOption }) {
  const above = option.words === undefined ? parentOf(option.value) : null;
  return (
    <>
      {above !== null && <span className="above clip xxs t3">{above.replaceAll('/', ' / ')}</span>}
      <span className="leaf">{option.words ?? leafOf(option.value)}</span>
    </>
  );
}

/** In the order of the alphabet; while something is typed, those whose last level begins with it come first. */
function fittingOptions(options: readonly PickerOption[], typed: string): PickerOption[] {
  const fits = filterBy(typed);
  const matcher = createMatcher(typed, LOOSE_FIND);
  const wordsOf = ({ value, words }: PickerOption) => words ?? value;
  const begins = (option: PickerOption) => Number(matcher?.find(leafOf(wordsOf(option)))[0]?.start === 0);
  return options
    .filter((option) => fits(wordsOf(option)))
    .sort(
      (a, b) =>
        begins(b) - begins(a) ||
        Number(a.words === undefined) - Number(b.words === undefined) ||
        collator.compare(wordsOf(a), wordsOf(b)),
    )
    .slice(0, MOST_SHOWN);
}
