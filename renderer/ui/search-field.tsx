import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Search } from 'lucide-react';
import type { CommandName } from '../keymap';
import { CommandKey } from './controls';
import './search-field.css';

interface SearchFieldProps {
  label: string;
  value: string;
  /** How often the field was asked for by key: it takes the focus each time that this grows. */
  asked: number;
  /** The key that asks for it, shown while the field is empty. */
  command: CommandName;
  onChange: (words: string) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** The field of a bar in which words are typed that the list below is to have. */
export function SearchField({ label, value, asked, command, onChange, onKeyDown }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const seen = useRef(asked);
  useEffect(() => {
    if (asked !== seen.current) {
      field.current?.focus();
      field.current?.select();
    }
    seen.current = asked;
  }, [asked]);
  return (
    <span className="search-field">
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <input
        ref={field}
        className="input"
        type="search"
        value={value}
        placeholder={label}
        aria-label={label}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value === '' && <CommandKey command={command} />}
    </span>
  );
}
