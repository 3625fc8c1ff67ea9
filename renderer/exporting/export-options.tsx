import { useTranslation } from 'react-i18next';
import { KINDS, type AnnotationKind } from '#core/annotation';
import { INCLUDED, NOTE_FORMATS, type Included } from '#core/calls/exporting';
import type { ExportRequest } from '#core/contract';
import { useLibrary } from '../state/library';
import { useView } from '../state/view';
import { Segmented } from '../ui/controls';
import { KindLabel } from '../ui/kinds';

/** What a person chose for a file of notes. */
export interface Choice {
  scope: 'all' | 'open' | 'chosen';
  format: ExportRequest['format'];
  groupBy: NonNullable<ExportRequest['groupBy']>;
  order: NonNullable<ExportRequest['order']>;
  kinds: readonly AnnotationKind[];
  tag: string | null;
  include: Included;
}

export const FIRST_CHOICE: Choice = {
  scope: 'all',
  format: 'docx',
  groupBy: 'article',
  order: 'oldest',
  kinds: KINDS,
  tag: null,
  include: { notes: true, tags: true, places: true, colours: true, context: false, tasks: true },
};

/** The formats as they are most often wanted. */
const FORMATS = [...NOTE_FORMATS].sort((a, b) => wantedRank(a) - wantedRank(b));
function wantedRank(format: ExportRequest['format']): number {
  return ['docx', 'pdf', 'html', 'markdown', 'obsidian', 'text'].indexOf(format);
}

interface OptionsProps {
  choice: Choice;
  onChange: (patch: Partial<Choice>) => void;
}

export function ExportOptions({ choice, onChange }: OptionsProps) {
  const { t } = useTranslation();
  const chosen = useView((state) => state.exportIds?.length ?? null);
  const scopes = chosen === null ? (['all', 'open'] as const) : (['all', 'open', 'chosen'] as const);
  return (
    <section className="export-options scroll">
      <h2 className="h">{t('exporting.what')}</h2>
      <Segmented
        label={t('exporting.what')}
        value={choice.scope}
        options={scopes.map((value) => ({
          value,
          text: t(`exporting.${value === 'chosen' && chosen === 1 ? 'one' : value}`, { count: chosen ?? 0 }),
        }))}
        onChange={(scope) => onChange({ scope })}
      />
      <h2 className="h">{t('exporting.format')}</h2>
      <div className="export-formats">
        <Segmented
          label={t('exporting.format')}
          value={choice.format}
          options={FORMATS.map((value) => ({ value, text: t(`exporting.formats.${value}`) }))}
          onChange={(format) => onChange({ format })}
        />
      </div>
      <h2 className="h">{t('exporting.group')}</h2>
      <Segmented
        label={t('exporting.group')}
        value={choice.groupBy}
        options={(['article', 'kind', 'tag'] as const).map((value) => ({
          value,
          text: t(`exporting.groupBy.${value}`),
        }))}
        onChange={(groupBy) => onChange({ groupBy })}
      />
      <h2 className="h">{t('exporting.order')}</h2>
      <Segmented
        label={t('exporting.order')}
        value={choice.order}
        options={(['oldest', 'newest', 'title'] as const).map((value) => ({
          value,
          text: t(`exporting.orders.${value}`),
        }))}
        onChange={(order) => onChange({ order })}
      />
      <Kinds choice={choice} onChange={onChange} />
      <h2 className="h">{t('exporting.include')}</h2>
      {INCLUDED.map((name) => (
        <label key={name} className="check-line">
          <input
            type="checkbox"
            checked={choice.include[name]}
            onChange={(event) => onChange({ include: { ...choice.include, [name]: event.target.checked } })}
          />
          {t(`exporting.included.${name}`)}
        </label>
      ))}
      <TagChoice choice={choice} onChange={onChange} />
    </section>
  );
}

function Kinds({ choice, onChange }: OptionsProps) {
  const { t } = useTranslation();
  return (
    <>
      <h2 className="h">{t('exporting.kinds')}</h2>
      {KINDS.map((kind) => (
        <label key={kind} className="check-line">
          <input
            type="checkbox"
            checked={choice.kinds.includes(kind)}
            onChange={(event) =>
              onChange({
                kinds: KINDS.filter((k) => (k === kind ? event.target.checked : choice.kinds.includes(k))),
              })
            }
          />
          <KindLabel kind={kind} />
        </label>
      ))}
    </>
  );
}

function TagChoice({ choice, onChange }: OptionsProps) {
  const { t } = useTranslation();
  const tags = useLibrary((state) => state.tags);
  if (tags.length === 0) return null;
  return (
    <>
      <h2 className="h">{t('exporting.tags')}</h2>
      <select
        className="input"
        aria-label={t('exporting.tags')}
        value={choice.tag ?? ''}
        onChange={(event) => onChange({ tag: event.target.value === '' ? null : event.target.value })}
      >
        <option value="">{t('exporting.anyTag')}</option>
        {tags.map((tag) => (
          <option key={tag.name} value={tag.name}>
            {tag.name}
          </option>
        ))}
      </select>
    </>
  );
}
