import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import { RELATIONS } from '#core/link';
import { call } from '../bridge';
import { useLibrary } from '../state/library';
import { cancelLink, linkTo, setRelation, useLinking } from '../state/linking';
import { focusActivePane } from '../state/reading';
import { attempt } from '../state/status';
import { useView } from '../state/view';
import { IconButton } from '../ui/controls';
import { isComposing } from '../ui/fields';
import { filterBy } from '../ui/format';
import { KindGlyph } from '../ui/kinds';

const MOST_SHOWN = 40;
/** As many annotations as one answer may hold. */
const MOST_FOUND = 5000;

/** A link that is being made: what it means, and which annotation it leads to. */
export function LinkPanel() {
  const from = useLinking((state) => state.from);
  return from === null ? null : <Panel key={from.id} from={from} />;
}

function Panel({ from }: { from: Annotation }) {
  const { t } = useTranslation();
  return (
    <section className="link-panel" aria-label={t('notesDeep.link.panel')}>
      <header>
        <span className={`k-${from.kind} from`}>
          <KindGlyph kind={from.kind} size={14} />
          <span className="clip">{from.target.quote.exact}</span>
        </span>
        <IconButton small label={t('notesDeep.link.cancel')} command="escape" onClick={cancelLink}>
          <X size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </header>
      <Relations />
      <TargetField from={from} />
    </section>
  );
}

function Relations() {
  const { t } = useTranslation();
  const relation = useLinking((state) => state.relation);
  return (
    <div className="relations" role="group" aria-label={t('notesDeep.link.relation')}>
      {RELATIONS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === relation}
          className={`chip ${each === relation ? 'on' : ''}`}
          onClick={() => setRelation(each)}
        >
          {t(`notesDeep.link.out.${each}`)}
        </button>
      ))}
    </div>
  );
}

/** Finds the other end by its words. The arrows move through what is found, Enter takes it. */
function TargetField({ from }: { from: Annotation }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const candidates = useCandidates(from, useDeferredValue(typed));
  const marked = candidates[Math.min(at, candidates.length - 1)];
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const optionId = (id: string) => `${listId}-${id}`;
  const pick = ({ articleId, id }: Annotation) => void linkTo({ articleId, annotationId: id });

  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt(Math.max(0, Math.min(candidates.length - 1, at + step)));
    else if (event.key === 'Enter' && marked !== undefined) pick(marked);
    else if (event.key === 'Escape') {
      cancelLink();
      focusActivePane();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <input
        ref={input}
        className="input"
        role="combobox"
        aria-expanded={candidates.length > 0}
        aria-controls={listId}
        aria-activedescendant={marked === undefined ? undefined : optionId(marked.id)}
        aria-label={t('notesDeep.link.target')}
        placeholder={t('notesDeep.link.target')}
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <p className="t3 xxs">{t('notesDeep.link.hint')}</p>
      <div className="candidates scroll" id={listId} role="listbox" aria-label={t('notesDeep.link.target')}>
        {candidates.map((candidate) => (
          <Candidate
            key={candidate.id}
            id={optionId(candidate.id)}
            annotation={candidate}
            marked={candidate === marked}
            onPick={pick}
          />
        ))}
      </div>
      {candidates.length === 0 && <p className="t3 xs">{t('notesDeep.link.nothing')}</p>}
    </>
  );
}

interface CandidateProps {
  id: string;
  annotation: Annotation;
  marked: boolean;
  onPick: (annotation: Annotation) => void;
}

function Candidate({ id, annotation, marked, onPick }: CandidateProps) {
  const title = useLibrary((state) => state.articles.get(annotation.articleId)?.title ?? '');
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (marked) option.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    // The keys are those of the field that the list belongs to.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={option}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={marked}
      className={`k-${annotation.kind}`}
      onClick={() => onPick(annotation)}
    >
      <KindGlyph kind={annotation.kind} />
      <span className="words c2">{annotation.target.quote.exact}</span>
      <span className="of clip">{title}</span>
    </div>
  );
}

/** The annotations that the typed words fit, those of the open panes first. */
function useCandidates(from: Annotation, typed: string): Annotation[] {
  const views = useLibrary((state) => state.views);
  const articles = useLibrary((state) => state.articles);
  const panes = useView((state) => state.panes);
  const elsewhere = useElsewhere();
  return useMemo(() => {
    const openIds = new Set(panes.flatMap(({ articleId }) => articleId ?? []));
    const open = [...openIds].flatMap((id) => views.get(id)?.annotations ?? []);
    const others = elsewhere.filter(({ articleId }) => !openIds.has(articleId));
    const isWanted = filterBy(typed);
    const found: Annotation[] = [];
    for (const annotation of [...open, ...others]) {
      if (annotation.id === from.id) continue;
      const { target, note, tags, articleId } = annotation;
      const words = `${target.quote.exact} ${note} ${tags.join(' ')} ${articles.get(articleId)?.title ?? ''}`;
      if (isWanted(words)) found.push(annotation);
      if (found.length === MOST_SHOWN) break;
    }
    return found;
  }, [views, articles, panes, elsewhere, from.id, typed]);
}

/** All annotations of the library, as they were when the link was begun. */
function useElsewhere(): readonly Annotation[] {
  const [found, setFound] = useState<readonly Annotation[]>([]);
  useEffect(() => {
    let wanted = true;
    void attempt(async () => {
      const { annotations } = await call('annotations.find', { filter: {}, limit: MOST_FOUND });
      if (wanted) setFound(annotations);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return found;
}
