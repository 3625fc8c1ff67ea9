import { useState } from 'react';
import { isComposing } from '../ui/fields';

interface FactFieldProps {
  name: string;
  value: string;
  /** What stands there while nothing is known. */
  hint: string;
  wide?: boolean;
  readOnly: boolean;
  /** Whether what was typed can be saved. */
  check?: (typed: string) => boolean;
  onSave: (value: string) => void;
}

/** A fact that is typed: saved by Enter and by leaving the field, given up by Escape. */
export function FactField({ name, value, hint, wide = false, readOnly, check, onSave }: FactFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && check?.(typed.trim()) === false;
  const save = () => {
    if (typed === null || wrong) return;
    setTyped(null);
    if (typed.trim() !== value) onSave(typed.trim());
  };
  return (
    <label className={wide ? 'wide' : ''}>
      <span className="name">{name}</span>
      <input
        className="input"
        value={typed ?? value}
        placeholder={hint}
        readOnly={readOnly}
        aria-invalid={wrong}
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Enter') save();
          if (event.key === 'Escape' && typed !== null) {
            event.stopPropagation();
            setTyped(null);
          }
        }}
      />
    </label>
  );
}
