import { GitMerge, Unlink2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DIRECTIVE_STATUSES, type DirectiveId, type DirectiveRow } from '#core/directive';
import { useLibrary } from '../state/library';
import {
  editDirective,
  mergeDirective,
  setRegister,
  unmergeDirectives,
  useRegister,
  type EntryPatch,
} from '../state/registers';
import { attempt } from '../state/status';
import { Button, CommandKey } from '../ui/controls';
import { dayText, parseDay } from '../ui/format';
import { TagPicker } from '../ui/tag-picker';
import { doubtOf } from './directive-table';
import { FactField } from './fact-field';
import { Mentions } from './mentions';
import { nameOfRow } from './names';

interface DirectiveDetailsProps {
  row: DirectiveRow;
  /** All documents, for those that this one replaces or is merged into. */
  rows: readonly DirectiveRow[];
  onChoose: (id: DirectiveId) => void;
}

/** What is known of a document, what people enter about it, and every place that cites it. */
export function DirectiveDetails({ row, rows, onChoose }: DirectiveDetailsProps) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const doubt = doubtOf(row);
  return (
    <aside className="directive-details" aria-label={nameOfRow(row)}>
      <header>
        <h2>{nameOfRow(row)}</h2>
        {doubt !== null && <p className="xs doubt">{t(`${doubt}Long`, { term: row.term?.roman ?? '' })}</p>}
        {!readOnly && <Actions row={row} rows={rows} onChoose={onChoose} />}
      </header>
      <Facts row={row} rows={rows} readOnly={readOnly} onChoose={onChoose} />
      <Mentions row={row} />
    </aside>
  );
}

function Actions({ row, rows, onChoose }: DirectiveDetailsProps) {
  const { t } = useTranslation();
  const merging = useRegister((state) => state.merging);
  const options = useOptions(row, rows);
  if (merging) {
    return (
      <div className="merge-field">
        <TagPicker
          label={t('register.mergeInto')}
          options={options}
          placeholder={t('register.pick')}
          autoFocus
          onPick={(into) => {
            setRegister({ merging: false });
            void attempt(async () => {
              await mergeDirective(row.id, into);
              onChoose(into);
            });
          }}
          onCancel={() => setRegister({ merging: false })}
        />
        <p className="xxs t3">{t('register.mergeHint')}</p>
      </div>
    );
  }
  return (
    <div className="row">
      <Button look="line" onClick={() => setRegister({ merging: true })} disabled={options.length === 0}>
        <GitMerge size={14} strokeWidth={1.75} aria-hidden /> {t('register.merge')}
        <CommandKey command="mergeDirective" />
      </Button>
      {row.aliases.some((id) => id !== row.id) && (
        <Button
          look="line"
          onClick={() => void attempt(() => unmergeDirectives(row.aliases.filter((id) => id !== row.id)))}
        >
          <Unlink2 size={14} strokeWidth={1.75} aria-hidden /> {t('register.unmerge')}
        </Button>
      )}
    </div>
  );
}

/** The other documents, those of the same kind and number first: they are most often the same. */
function useOptions(row: DirectiveRow, rows: readonly DirectiveRow[]) {
  return useMemo(() => {
    const alike = (other: DirectiveRow): number =>
      Number(other.number === row.number && row.number !== null) + Number(other.type === row.type);
    return rows
      .filter(({ id }) => id !== row.id)
      .sort((a, b) => alike(b) - alike(a))
      .map((other) => ({
        value: other.id,
        words: [nameOfRow(other), other.term === null ? '' : `(${other.term.roman})`, other.title]
          .filter((part) => part !== '')
          .join(' '),
      }));
  }, [row, rows]);
}

interface FactsProps extends DirectiveDetailsProps {
  readOnly: boolean;
}

function Facts({ row, rows, readOnly, onChoose }: FactsProps) {
  const { t } = useTranslation();
  const edit = (patch: EntryPatch) => void attempt(() => editDirective(row.id, patch));
  const fixed = { readOnly };
  return (
    <div className="directive-facts">
      <FactField
        {...fixed}
        wide
        name={t('register.column.title')}
        value={row.title}
        hint={t('register.noTitle')}
        onSave={(title) => edit({ title })}
      />
      <FactField
        {...fixed}
        name={t('register.issuer')}
        value={row.issuerName ?? ''}
        hint={row.issuer ?? t('register.unknown')}
        onSave={(name) => edit({ issuerName: name === '' ? null : name })}
      />
      <FactField
        {...fixed}
        name={t('register.column.issued')}
        value={row.issuedOn === null ? '' : dayText(row.issuedOn)}
        hint="30/5/2024"
        check={(typed) => typed === '' || parseDay(typed) !== null}
        onSave={(typed) => edit({ issuedOn: typed === '' ? null : parseDay(typed) })}
      />
      <label>
        <span className="name">{t('register.status')}</span>
        <select
          className="input"
          value={row.status ?? ''}
          disabled={readOnly}
          onChange={({ target: { value } }) =>
            edit({ status: DIRECTIVE_STATUSES.find((status) => status === value) ?? null })
          }
        >
          <option value="">{t('register.unknown')}</option>
          {DIRECTIVE_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`register.statuses.${status}`)}
            </option>
          ))}
        </select>
      </label>
      <Relation {...{ row, rows, readOnly, onChoose }} of="replaces" />
      <Relation {...{ row, rows, readOnly, onChoose }} of="amends" />
      <Links name={t('register.replacedBy')} ids={row.replacedBy} rows={rows} onChoose={onChoose} />
      <Links name={t('register.amendedBy')} ids={row.amendedBy} rows={rows} onChoose={onChoose} />
      <FactField
        {...fixed}
        wide
        name={t('register.note')}
        value={row.note}
        hint={t('register.noNote')}
        onSave={(note) => edit({ note })}
      />
      {row.spellings.length > 1 && (
        <p className="xs t2 wide">
          <span className="t3">{t('register.written')}</span> {row.spellings.join(' · ')}
        </p>
      )}
    </div>
  );
}

/** The documents that this one replaces or amends: chosen from the register, taken away by a click. */
function Relation({ row, rows, readOnly, onChoose, of }: FactsProps & { of: 'replaces' | 'amends' }) {
  const { t } = useTranslation();
  const options = useOptions(row, rows);
  const edit = (ids: DirectiveId[]) => void attempt(() => editDirective(row.id, { [of]: ids }));
  if (readOnly) return <Links name={t(`register.${of}`)} ids={row[of]} rows={rows} onChoose={onChoose} />;
  return (
    <div className="relation">
      <span className="name">{t(`register.${of}`)}</span>
      <div className="values">
        {row[of].map((id) => (
          <span key={id} className="chip on">
            <button type="button" className="link" onClick={() => onChoose(id)}>
              {nameOfId(id, rows)}
            </button>
            <button
              type="button"
              aria-label={t('register.takeAway', { name: nameOfId(id, rows) })}
              onClick={() => edit(row[of].filter((each) => each !== id))}
            >
              ×
            </button>
          </span>
        ))}
        <TagPicker
          label={t(`register.add.${of}`)}
          placeholder={t('register.pick')}
          options={options.filter(({ value }) => !row[of].includes(value))}
          onPick={(id) => edit([...row[of], id])}
        />
      </div>
    </div>
  );
}

interface LinksProps extends Pick<DirectiveDetailsProps, 'rows' | 'onChoose'> {
  name: string;
  ids: readonly DirectiveId[];
}

function Links({ name, ids, rows, onChoose }: LinksProps) {
  if (ids.length === 0) return null;
  return (
    <div className="relation">
      <span className="name">{name}</span>
      <div className="values">
        {ids.map((id) => (
          <button key={id} type="button" className="link" onClick={() => onChoose(id)}>
            {nameOfId(id, rows)}
          </button>
        ))}
      </div>
    </div>
  );
}

function nameOfId(id: DirectiveId, rows: readonly DirectiveRow[]): string {
  const row = rows.find((each) => each.id === id);
  return row === undefined ? id : nameOfRow(row);
}
