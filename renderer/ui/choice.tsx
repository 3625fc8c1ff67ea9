import './choice.css';

interface ChoiceProps {
  label: string;
  /** Empty = no condition. */
  value: string;
  options: readonly { value: string; words: string }[];
  /** What stands for no condition; without it there always is one. */
  any?: string;
  onChoose: (value: string) => void;
}

/** One condition of a bar's filter, chosen from a list; it stands out while it narrows. */
export function Choice({ label, value, options, any, onChoose }: ChoiceProps) {
  return (
    <select
      className={`chip choice ${any === undefined || value === '' ? '' : 'on'}`}
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      {any !== undefined && <option value="">{any}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.words}
        </option>
      ))}
    </select>
  );
}
