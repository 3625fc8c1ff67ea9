import { useId, useState } from 'react';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DIRECTIVE_STATUSES, type DirectiveId, type DirectiveRow } from '#core/directive';
import { useLibrary } from '../state/library';
import { editDirective, type EntryPatch } from '../state/register-changes';
import { chooseDirective } from '../state/registers';
import { attempt } from '../state/status';
import { IconButton } from '../ui/controls';
import { dayText, parseDay } from '../ui/format';
import { TagPicker } from '../ui/tag-picker';
import { Fact, FactField } from './fact-field';
import { useOptions } from './merge-strip';
import { nameOfId, termWords } from './names';

interface DirectiveFactsProps {
  row: DirectiveRow;
  /** All documents, for those that this one replaces. */
  rows: readonly DirectiveRow[];
}

/** What is known of a document, and what people enter about it, each where it stands. */
export function DirectiveFacts({ row, rows }: DirectiveFactsProps) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const edit = (patch: EntryPatch) => void attempt(() => editDirective(row.id, patch));
  const term = termWords(row, t);
  return (
    <div className="directive-facts">
      <FactField
        long
        readOnly={readOnly}
        name={t('register.column.title')}
        value={row.title}
        hint={t('register.noTitle')}
        onSave={(title) => edit({ title })}
      />
      <FactField
        readOnly={readOnly}
        name={t('register.issuer')}
        value={row.issuerName ?? ''}
        hint={row.issuer ?? t('register.unknown')}
        onSave={(name) => edit({ issuerName: name === '' ? null : name })}
      />
      <FactField
        readOnly={readOnly}
        name={t('register.issuedOn')}
        value={row.issuedOn === null ? '' : dayText(row.issuedOn)}
        hint={t('register.unknown')}
        check={(typed) => typed === '' || parseDay(typed) !== null}
        problem={t('register.wrongDay')}
        onSave={(typed) => edit({ issuedOn: typed === '' ? null : parseDay(typed) })}
      />
      {term !== '' && (
        <Fact name={t('register.column.term')}>
          <span className={`plain ${row.term?.certain === false ? 'doubt' : ''}`}>{term}</span>
        </Fact>
      )}
      <StatusField row={row} readOnly={readOnly} onChange={(status) => edit({ status })} />
      <Relation {...{ row, rows, readOnly }} of="replaces" />
      <Relation {...{ row, rows, readOnly }} of="amends" />
      <Links name={t('register.replacedBy')} ids={row.replacedBy} rows={rows} />
      <Links name={t('register.amendedBy')} ids={row.amendedBy} rows={rows} />
      <FactField
        long
        readOnly={readOnly}
        name={t('register.note')}
        value={row.note}
        hint={t('register.noNote')}
        onSave={(note) => edit({ note })}
      />
      {row.spellings.length > 0 && (
        <Fact name={t('register.written')}>
          <ul className="plain spellings" lang="vi">
            {row.spellings.slice(0, MOST_SPELLINGS).map((spelling) => (
              <li key={spelling}>{spelling}</li>
            ))}
          </ul>
        </Fact>
      )}
    </div>
  );
}

const MOST_SPELLINGS = 12;

interface StatusFieldProps {
  row: DirectiveRow;
  readOnly: boolean;
  onChange: (status: DirectiveRow['status']) => void;
}

function StatusField({ row, readOnly, onChange }: StatusFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Fact name={t('register.column.status')} id={id}>
      <select
        id={id}
        className={`input ${row.status === null ? 't3' : ''}`}
        value={row.status ?? ''}
        disabled={readOnly}
        onChange={({ target: { value } }) =>
          onChange(DIRECTIVE_STATUSES.find((status) => status === value) ?? null)
        }
      >
        <option value="">{t('register.unknown')}</option>
        {DIRECTIVE_STATUSES.map((status) => (
          <option key={status} value={status}>
            {t(`register.statuses.${status}`)}
          </option>
        ))}
      </select>
    </Fact>
  );
}

interface RelationProps extends DirectiveFactsProps {
  readOnly: boolean;
  of: 'replaces' | 'amends';
}

/** The documents that this one replaces or amends: chosen from the register, taken away by a click. */
function Relation({ row, rows, readOnly, of }: RelationProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  if (readOnly) return <Links name={t(`register.${of}`)} ids={row[of]} rows={rows} />;
  const edit = (ids: DirectiveId[]) => void attempt(() => editDirective(row.id, { [of]: ids }));
  return (
    <Fact name={t(`register.${of}`)}>
      <div className="relation">
        {row[of].map((id) => (
          <span key={id} className="chip">
            <button type="button" className="link clip" onClick={() => chooseDirective(id)}>
              {nameOfId(id, rows)}
            </button>
            <button
              type="button"
              aria-label={t('register.takeAway', { name: nameOfId(id, rows) })}
              onClick={() => edit(row[of].filter((each) => each !== id))}
            >
              <X size={12} aria-hidden />
            </button>
          </span>
        ))}
        {adding ? (
          <OtherPicker
            {...{ row, rows, of }}
            onPick={(id) => {
              setAdding(false);
              edit([...row[of], id]);
            }}
            onCancel={() => setAdding(false)}
          />
        ) : (
          <IconButton small label={t(`register.add.${of}`)} onClick={() => setAdding(true)}>
            <Plus size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
        )}
      </div>
    </Fact>
  );
}

interface OtherPickerProps extends Omit<RelationProps, 'readOnly'> {
  onPick: (id: DirectiveId) => void;
  onCancel: () => void;
}

function OtherPicker({ row, rows, of, onPick, onCancel }: OtherPickerProps) {
  const { t } = useTranslation();
  const options = useOptions(row, rows).filter(({ value }) => !row[of].includes(value));
  return (
    <TagPicker
      autoFocus
      label={t(`register.add.${of}`)}
      placeholder={t('register.pick')}
      options={options}
      onPick={onPick}
      onCancel={onCancel}
    />
  );
}

interface LinksProps {
  name: string;
  ids: readonly DirectiveId[];
  rows: readonly DirectiveRow[];
}

function Links({ name, ids, rows }: LinksProps) {
  if (ids.length === 0) return null;
  return (
    <Fact name={name}>
      <div className="relation">
        {ids.map((id) => (
          <button key={id} type="button" className="chip link" onClick={() => chooseDirective(id)}>
            {nameOfId(id, rows)}
          </button>
        ))}
      </div>
    </Fact>
  );
}
