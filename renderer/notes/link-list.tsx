import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import { RELATIONS, type Relation } from '#core/link';
import { changeRelation, removeLink, showAnnotation, useLinking, type LinkSide } from '../state/linking';
import { useLibrary } from '../state/library';
import { attempt } from '../state/status';
import { IconButton } from '../ui/controls';
import { KindGlyph } from '../ui/kinds';

interface LinkListProps {
  sides: readonly LinkSide[];
  readOnly: boolean;
}

/** The links of the open card, in both directions. A click or Enter opens the other end beside. */
export function LinkList({ sides, readOnly }: LinkListProps) {
  const { t } = useTranslation();
  const shown = useFarEnds(sides);
  if (shown.length === 0) return null;
  return (
    <ul className="links" aria-label={t('notesDeep.link.list')}>
      {shown.map(({ side, end }) => (
        <LinkRow key={side.link.id} side={side} end={end} readOnly={readOnly} />
      ))}
    </ul>
  );
}

/** The links whose other end is there, with that end. One whose article is in the trash is not. */
export function useFarEnds(sides: readonly LinkSide[]): { side: LinkSide; end: Annotation }[] {
  const ends = useLinking((state) => state.ends);
  const articles = useLibrary((state) => state.articles);
  return sides.flatMap((side) => {
    const end = ends.get(side.other.annotationId);
    return end && articles.get(end.articleId)?.removedAt === null ? [{ side, end }] : [];
  });
}

function LinkRow({ side, end, readOnly }: { side: LinkSide; end: Annotation; readOnly: boolean }) {
  const { t } = useTranslation();
  const title = useLibrary((state) => state.articles.get(end.articleId)?.title ?? '');
  const wordsOf = (relation: Relation) => t(`notesDeep.link.${side.outward ? 'out' : 'in'}.${relation}`);
  const { link } = side;
  return (
    <li>
      <div className="relation">
        {readOnly ? (
          <span>{wordsOf(link.relation)}</span>
        ) : (
          <>
            <select
              aria-label={t('notesDeep.link.relation')}
              value={link.relation}
              onChange={(event) => void changeRelation(link, event.target.value as Relation)}
            >
              {RELATIONS.map((relation) => (
                <option key={relation} value={relation}>
                  {wordsOf(relation)}
                </option>
              ))}
            </select>
            <IconButton small label={t('notesDeep.link.remove')} onClick={() => void removeLink(link)}>
              <X size={12} aria-hidden />
            </IconButton>
          </>
        )}
      </div>
      <button
        type="button"
        className={`far-end k-${end.kind}`}
        onClick={(event) => {
          event.stopPropagation();
          void attempt(() => showAnnotation(end));
        }}
      >
        <span className="sr-only">{t('notesDeep.link.open', { relation: wordsOf(link.relation) })} </span>
        <KindGlyph kind={end.kind} />
        <span className="words c2">{end.target.quote.exact}</span>
        <span className="of clip">{title}</span>
      </button>
    </li>
  );
}
