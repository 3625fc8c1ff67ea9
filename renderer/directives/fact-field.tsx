import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '../ui/fields';

/** A fact with its name before it. */
export function Fact({ name, id, children }: { name: string; id?: string; children: ReactNode }) {
  return (
    <div className="fact">
      {id === undefined ? (
        <span className="name">{name}</span>
      ) : (
        <label htmlFor={id} className="name">
          {name}
        </label>
      )}
      <div className="value">{children}</div>
    </div>
  );
}

interface FactFieldProps {
  name: string;
  value: string;
  /** What stands there while nothing is known. */
  hint: string;
  readOnly: boolean;
  /** Grows with what is typed. */
  long?: boolean;
  /** Whether what was typed can be saved. */
  check?: (typed: string) => boolean;
  /** What to do about what cannot be saved. */
  problem?: string;
  onSave: (value: string) => void;
}

/** A fact that is edited where it stands: saved by Enter and by leaving it, given up by Escape. */
export function FactField(props: FactFieldProps) {
  const { name, value, hint, readOnly, long = false, check, problem = '', onSave } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && check?.(typed.trim()) === false;
  const save = () => {
    if (typed === null || wrong) return;
    setTyped(null);
    if (typed.trim() !== value) onSave(typed.trim());
  };
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && !event.shiftKey) save();
    else if (event.key === 'Escape' && typed !== null) setTyped(null);
    else return;
    event.preventDefault();
  };
  const field = {
    id,
    className: 'input',
    value: typed ?? value,
    placeholder: hint,
    readOnly,
    'aria-invalid': wrong,
    spellCheck: false,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: save,
    onKeyDown: pressed,
  };
  return (
    <Fact name={name} id={id}>
      {long ? <textarea rows={1} {...field} /> : <input {...field} />}
      {wrong && (
        <p className="inline-error" role="alert">
          {problem}
        </p>
      )}
    </Fact>
  );
}
