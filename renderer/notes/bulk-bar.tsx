import { useMemo } from 'react';
import { ListChecks, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { COLOURS, type Annotation } from '#core/annotation';
import {
  addTags,
  chooseAllShown,
  clearBulk,
  giveColour,
  giveKind,
  removeAll,
  removeTag,
} from '../state/bulk';
import { useLibrary } from '../state/library';
import { CommandKey, IconButton } from '../ui/controls';
import { KindButtons } from './kind-buttons';
import { TagField } from './tag-field';

interface BulkBarProps {
  /** The annotations that are chosen together. */
  annotations: readonly Annotation[];
  /** How many of them the filter hides. */
  hidden: number;
}

/** What can be done to all chosen notes at once. Each is one undo step. */
export function BulkBar({ annotations, hidden }: BulkBarProps) {
  const { t } = useTranslation();
  const { length: count } = annotations;
  return (
    <section className="bulk-bar" aria-label={t('notesDeep.bulk.title')}>
      <header>
        <strong role="status">{t('notesDeep.bulk.count', { count })}</strong>
        {hidden > 0 && <span className="t3 xxs">{t('notesDeep.bulk.hidden', { count: hidden })}</span>}
        <span className="end" />
        <IconButton small label={t('notesDeep.bulk.all')} command="pickAll" onClick={chooseAllShown}>
          <ListChecks size={15} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <IconButton small label={t('notesDeep.bulk.clear')} command="escape" onClick={clearBulk}>
          <X size={15} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </header>
      <KindButtons
        isOf={(kind) => annotations.every((annotation) => annotation.kind === kind)}
        onChoose={(kind) => void giveKind(annotations, kind)}
      />
      <BulkTags annotations={annotations} />
      <div className="foot">
        <span className="swatches" role="group" aria-label={t('notes.colour')}>
          {COLOURS.map((colour) => (
            <button
              key={colour}
              type="button"
              aria-pressed={annotations.every((annotation) => annotation.colour === colour)}
              className={`c-${colour}`}
              title={t(`colour.${colour}`)}
              aria-label={t(`colour.${colour}`)}
              onClick={() => void giveColour(annotations, colour)}
            >
              <span className="swatch" />
            </button>
          ))}
        </span>
        <button type="button" className="btn danger" onClick={() => void removeAll(annotations)}>
          <Trash2 size={14} strokeWidth={1.75} aria-hidden />
          {t('notes.remove')} <CommandKey command="remove" />
        </button>
      </div>
    </section>
  );
}

/** All tags of the chosen notes; one that only some have says how many, and can be given to the others too. */
function BulkTags({ annotations }: { annotations: readonly Annotation[] }) {
  const { t } = useTranslation();
  const codebook = useLibrary((state) => state.tags);
  const counts = useMemo(() => {
    const byTag = new Map<string, number>();
    for (const { tags } of annotations) for (const tag of tags) byTag.set(tag, (byTag.get(tag) ?? 0) + 1);
    return byTag;
  }, [annotations]);
  const all = annotations.length;
  const tags = [...counts.keys()];
  const partial = tags.filter((tag) => counts.get(tag) !== all);
  return (
    <div role="group" aria-label={t('notesDeep.bulk.tags')}>
      <TagField
        tags={tags}
        known={codebook.map(({ name }) => name)}
        partial={partial}
        wordsOf={(tag) =>
          partial.includes(tag) ? t('notesDeep.bulk.some', { tag, some: counts.get(tag) ?? 0, all }) : tag
        }
        onChange={(next) => {
          const gone = tags.find((tag) => !next.includes(tag));
          if (gone !== undefined) void removeTag(annotations, gone);
          else void addTags(annotations, next.slice(tags.length));
        }}
      />
    </div>
  );
}
