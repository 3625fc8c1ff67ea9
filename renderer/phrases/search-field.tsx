import { useEffect, useRef } from 'react';
import { Search } from 'lucide-react';
import { usePhrases } from '../state/phrases';

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (words: string) => void;
}

/** Takes the focus each time its key is pressed. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const searched = usePhrases((state) => state.searched);
  const before = useRef(searched);
  useEffect(() => {
    if (before.current !== searched) {
      field.current?.focus();
      field.current?.select();
    }
    before.current = searched;
  }, [searched]);
  return (
    <div className="phrase-search">
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <input
        ref={field}
        className="input"
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
