import { useEffect, useId, useRef } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../ui/fields';

interface TagFieldProps {
  tags: readonly string[];
  known: readonly string[];
  autoFocus?: boolean;
  /** How a tag is written on its chip, where that is more than its name. */
  wordsOf?: (tag: string) => string;
  /** Tags that are not on everything, so that they may be added once more. */
  partial?: readonly string[];
  onChange: (tags: string[]) => void;
}

/** Tags as chips and a field for more. Enter or a comma adds what is typed, never inside a composition. */
export function TagField(props: TagFieldProps) {
  const { tags, known, autoFocus = false, wordsOf, partial = NO_TAGS, onChange } = props;
  const { t } = useTranslation();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  // Two tags may be typed before the library has answered the first.
  const latest = useRef(tags);
  useEffect(() => {
    latest.current = tags;
  }, [tags]);
  const change = (next: string[]) => {
    latest.current = next;
    onChange(next);
  };
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  const commit = () => {
    const field = input.current;
    if (field === null) return;
    const taken = latest.current.filter((tag) => !partial.includes(tag));
    const added = namesIn(field.value, taken).map(
      (name) => partial.find((tag) => sameTag(tag, name)) ?? name,
    );
    field.value = '';
    if (added.length > 0) change([...latest.current, ...added]);
  };
  return (
    <div className="tag-field">
      {tags.map((tag) => (
        <span key={tag} className="tag">
          {wordsOf?.(tag) ?? tag}
          <button
            type="button"
            aria-label={t('notes.removeTag', { tag })}
            onClick={() => change(latest.current.filter((kept) => kept !== tag))}
          >
            <X size={10} aria-hidden />
          </button>
        </span>
      ))}
      <input
        ref={input}
        list={listId}
        aria-label={t('notes.addTag')}
        placeholder={t('notes.addTag')}
        spellCheck={false}
        onBlur={commit}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault();
            commit();
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            event.currentTarget.value = '';
            event.currentTarget.closest<HTMLElement>('.note')?.focus();
          }
        }}
      />
      <datalist id={listId}>
        {known
          .filter((name) => !tags.includes(name) || partial.includes(name))
          .map((name) => (
            <option key={name} value={name} />
          ))}
      </datalist>
    </div>
  );
}

/** Names parted by commas, tidied, each once and none that is taken. */
const namesIn = (typed: string, taken: readonly string[]): string[] =>
  typed
    .split(',')
    .map((name) => name.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .filter((name, i, all) => name !== '' && all.findIndex((other) => sameTag(other, name)) === i)
    .filter((name) => !taken.some((tag) => sameTag(tag, name)));

const NO_TAGS: readonly string[] = [];
const sameTag = (a: string, b: string): boolean => a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi');
