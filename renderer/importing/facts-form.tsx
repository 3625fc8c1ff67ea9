import { useId, type KeyboardEvent } from 'react';
import { Check, CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleFacts } from '#core/article';
import { useLibrary } from '../state/library';
import type { FactName, FactsError, Typed } from '../state/review';
import { IconButton } from '../ui/controls';
import { isComposing } from '../ui/fields';
import { dayText } from '../ui/format';

interface FactsFormProps {
  facts: ArticleFacts;
  /** The words of the source that the date was read from. */
  dateEvidence: string | null;
  /** What was typed and is not saved yet. */
  typed: Typed;
  dateConfirmed: boolean;
  error: FactsError | null;
  readOnly: boolean;
  onType: (name: FactName, value: string) => void;
  /** A field is left, or Enter pressed in it. */
  onDone?: () => void;
  onConfirmDate: () => void;
}

/** The facts of one article, each in its field. */
export function FactsForm(props: FactsFormProps) {
  const { facts, typed, error, readOnly, onType, onDone } = props;
  const { t } = useTranslation();
  const known = (name: FactName): string =>
    name === 'date' ? (facts.publishedOn === null ? '' : dayText(facts.publishedOn)) : (facts[name] ?? '');
  const field = (name: FactName, rows = 1) => (
    <Field
      key={name}
      name={name}
      rows={rows}
      value={typed[name] ?? known(name)}
      readOnly={readOnly}
      isWrong={error !== null && WRONG[error] === name}
      onType={(value) => onType(name, value)}
      onDone={onDone}
    />
  );
  return (
    <section className="review-side-part" aria-label={t('review.facts.title')}>
      <h3 className="h">{t('review.facts.title')}</h3>
      {field('title', 2)}
      {error === 'nameMissing' && <Wrong words={t('review.facts.nameMissing')} />}
      <div className="review-date">
        {field('date')}
        <DateNote {...props} />
      </div>
      {error === 'dateWrong' && <Wrong words={t('review.facts.dateWrong')} />}
      {field('source')}
      {field('byline')}
      {field('dek', 2)}
      {field('url')}
      <Sources />
    </section>
  );
}

/** Whether the date was worked out, and a tick to say that it is right. */
function DateNote({ facts, dateEvidence, typed, dateConfirmed, readOnly, onConfirmDate }: FactsFormProps) {
  const { t } = useTranslation();
  const inferred = facts.dateConfidence === 'inferred-year' && typed.date === undefined;
  if (!inferred) return null;
  if (dateConfirmed) return <span className="review-guess sure">{t('review.facts.confirmed')}</span>;
  return (
    <span className="review-guess">
      <span title={dateEvidence ?? undefined}>{t('review.facts.inferred')}</span>
      {!readOnly && (
        <IconButton small label={t('review.facts.confirm')} onClick={onConfirmDate}>
          <Check size={14} aria-hidden />
        </IconButton>
      )}
    </span>
  );
}

const Wrong = ({ words }: { words: string }) => (
  <p className="inline-error" role="alert">
    <CircleAlert size={14} aria-hidden /> {words}
  </p>
);

const WRONG: Readonly<Record<FactsError, FactName>> = { nameMissing: 'title', dateWrong: 'date' };

interface FieldProps {
  name: FactName;
  rows: number;
  value: string;
  readOnly: boolean;
  isWrong: boolean;
  onType: (value: string) => void;
  onDone: (() => void) | undefined;
}

const SOURCES = 'review-sources';

function Field({ name, rows, value, readOnly, isWrong, onType, onDone }: FieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isComposing(event.nativeEvent)) return;
    // A fact is one line, however many it takes on the screen.
    event.preventDefault();
    onDone?.();
  };
  const shared = { id, value, readOnly, spellCheck: false, onBlur: onDone, onKeyDown: pressed };
  const words = t(name === 'title' ? 'review.facts.name' : `review.facts.${name}`);
  const placeholder = t(name === 'date' ? 'review.facts.dateHint' : 'review.facts.none');
  return (
    <div className="review-field">
      <label htmlFor={id}>{words}</label>
      {rows > 1 ? (
        <textarea
          {...shared}
          className="textarea"
          rows={rows}
          placeholder={placeholder}
          aria-invalid={isWrong}
          onChange={(event) => onType(event.target.value.replace(/\s*\n\s*/gu, ' '))}
        />
      ) : (
        <input
          {...shared}
          className={`input ${name === 'date' ? 'num' : ''}`}
          placeholder={placeholder}
          autoComplete="off"
          list={name === 'source' ? SOURCES : undefined}
          aria-invalid={isWrong}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </div>
  );
}

/** The papers of the library, offered while one is typed. */
function Sources() {
  const articles = useLibrary((state) => state.articles);
  const names = [...new Set([...articles.values()].flatMap(({ source }) => source ?? []))].sort();
  return (
    <datalist id={SOURCES}>
      {names.slice(0, 200).map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
