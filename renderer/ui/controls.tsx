import type { ComponentProps, ReactNode } from 'react';
import { capOf, type CommandName } from '../keymap';

/** A key cap. */
export const Kbd = ({ children }: { children: ReactNode }) => <kbd className="kbd">{children}</kbd>;

/** The key cap of a command; nothing when the command has no key. */
export function CommandKey({ command }: { command: CommandName }) {
  const cap = capOf(command);
  return cap === null ? null : <Kbd>{cap}</Kbd>;
}

type ButtonProps = ComponentProps<'button'> & {
  look?: 'plain' | 'line' | 'primary' | 'danger';
  large?: boolean;
};

export function Button({ look = 'plain', large = false, className = '', ...rest }: ButtonProps) {
  return <button type="button" className={`btn ${look} ${large ? 'large' : ''} ${className}`} {...rest} />;
}

type IconButtonProps = ComponentProps<'button'> & { label: string; command?: CommandName; small?: boolean };

/** A button that is only an icon: its name and key are its tooltip. */
export function IconButton({ label, command, small = false, className = '', ...rest }: IconButtonProps) {
  const cap = command === undefined ? null : capOf(command);
  return (
    <button
      type="button"
      className={`icon-button ${small ? 'small' : ''} ${className}`}
      aria-label={label}
      title={cap === null ? label : `${label} (${cap})`}
      {...rest}
    />
  );
}

interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; text: string }[];
  onChange: (value: T) => void;
}

/** A choice of one among a few, all in sight. */
export function Segmented<T extends string>({ label, value, options, onChange }: SegmentedProps<T>) {
  return (
    <div className="segmented" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.text}
        </button>
      ))}
    </div>
  );
}
