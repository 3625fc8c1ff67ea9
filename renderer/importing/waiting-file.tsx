import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleDraft } from '#core/article';
import type { Match, ReviewItem } from '#core/review';
import { secrecyMarkOf } from '#core/text/secrecy';
import { useLibrary } from '../state/library';
import {
  draftOf,
  editedBody,
  editsOf,
  patchDraft,
  readTyped,
  suggestedBy,
  useReview,
  type Reading,
  type ReviewDraft,
} from '../state/review';
import { editDraft, fetchArticle, loadReading, originalOf, readAs } from '../state/reviewing';
import { OriginalViewer } from '../ui/original/original-viewer';
import { BodyText } from './body-text';
import { Chapters, Encodings, MachineNote, MatchChoice, SecretNote } from './choices';
import { CompareText } from './compare-text';
import { FactsForm } from './facts-form';
import { nameOf } from './rows';
import { Beside, OriginalName, ReadingLines, TextPane, type Look } from './text-pane';

/** Files that a held arrow key only passes are not read. */
const REST = 60;

/** A file that waits: its text as it will be stored, and all that can be said about it. */
export function WaitingFile({ item }: { item: ReviewItem }) {
  const { t } = useTranslation();
  const draft = useReview((state) => draftOf(state, item));
  const reading = useReview((state) => state.readings.get(item.key));
  // A scan is corrected beside its picture.
  const [look, setLook] = useState<Look>(item.reasons.includes('machine-read') ? 'original' : 'clean');
  const [chapter, setChapter] = useState(0);
  const { how } = draft;
  useEffect(() => {
    const timer = setTimeout(() => void loadReading(item.key), REST);
    return () => clearTimeout(timer);
  }, [item.key, how]);
  const view = reading?.view ?? null;
  const text = useShownText(view?.drafts[chapter] ?? view?.drafts[0], draft);
  const match = view === null ? item.match : view.match;
  const counts = [
    t('review.paragraphs', { count: text?.blocks.length ?? item.paragraphs }),
    (text?.removed.length ?? item.removed) > 0
      ? t('review.removedLines', { count: text?.removed.length ?? item.removed })
      : null,
  ];
  const failure = draft.refusal ?? reading?.message ?? null;
  return (
    <>
      <TextPane
        title={t('review.content')}
        counts={counts.filter((part) => part !== null).join(' · ')}
        look={look}
        looks={match === null ? ['clean', 'original'] : ['clean', 'original', 'compare']}
        onLook={setLook}
        failure={failure}
        {...(reading?.is === 'failed' && { onRetry: () => void loadReading(item.key) })}
      >
        <Middle item={item} look={look} reading={reading} text={text} match={match} />
      </TextPane>
      <Side
        item={item}
        draft={draft}
        reading={reading}
        match={match}
        chapter={chapter}
        onChapter={setChapter}
      />
    </>
  );
}

/** The draft with what was done to it by hand; a chapter among several takes no changes. */
function useShownText(read: ArticleDraft | undefined, draft: ReviewDraft): ArticleDraft | null {
  const apart = draft.how.chapters === 'apart';
  const edits = editsOf(draft);
  const { title } = draft.typed;
  return useMemo(() => {
    if (read === undefined) return null;
    if (apart) return read;
    const shown = title === undefined || title.trim() === '' ? read.title : title;
    return { ...editedBody(read, edits), title: shown };
  }, [read, apart, edits, title]);
}

interface MiddleProps {
  item: ReviewItem;
  look: Look;
  reading: Reading | undefined;
  text: ArticleDraft | null;
  match: Match | null;
}

function Middle({ item, look, reading, text, match }: MiddleProps) {
  const readOnly = useLibrary((state) => state.readOnly);
  const apart = reading?.how.chapters === 'apart';
  const edited = (article: ArticleDraft) => (
    <div className="review-scroll" aria-busy={reading?.is === 'loading'}>
      <BodyText text={article} onEdit={readOnly || apart ? null : (edit) => editDraft(item.key, edit)} />
    </div>
  );
  if (look === 'original') {
    return (
      <Beside
        text={text === null ? <ReadingLines /> : edited(text)}
        original={<Original item={item} raw={reading?.view?.raw ?? null} />}
      />
    );
  }
  if (text === null) return reading?.is === 'failed' ? null : <ReadingLines />;
  if (look === 'compare' && match !== null) return <Compare text={text} match={match} />;
  return edited(text);
}

/** The file as it came: its letters where it is text, else what the system shows of it. */
function Original({ item, raw }: { item: ReviewItem; raw: string | null }) {
  const { key, path } = item;
  const load = useCallback(
    () =>
      raw === null
        ? originalOf({ key })
        : Promise.resolve({ name: nameOf(path), kind: 'text' as const, files: [], text: raw }),
    [key, path, raw],
  );
  return <OriginalViewer load={load} page={null} title={<OriginalName path={path} />} />;
}

function Compare({ text, match }: { text: ArticleDraft; match: Match }) {
  const { t } = useTranslation();
  const before = useLibrary((state) => state.views.get(match.id)?.article);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    void fetchArticle(match.id).then(setFailure);
  }, [match.id]);
  if (failure !== null) return <p className="inline-error review-failure">{failure}</p>;
  if (before === undefined) return <ReadingLines />;
  return (
    <div
      className="review-scroll"
      role="region"
      aria-label={t('review.compare.with', { title: before.title })}
    >
      <CompareText before={before} after={text} />
    </div>
  );
}

interface SideProps {
  item: ReviewItem;
  draft: ReviewDraft;
  reading: Reading | undefined;
  match: Match | null;
  chapter: number;
  onChapter: (index: number) => void;
}

function Side({ item, draft, reading, match, chapter, onChapter }: SideProps) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const { key } = item;
  const view = reading?.view ?? null;
  const [read] = view?.drafts ?? [];
  const typed = readTyped(draft.typed);
  const mark = read === undefined ? null : secrecyMarkOf(read);
  return (
    <aside className="review-side scroll" aria-label={t('review.side')}>
      {mark !== null && <SecretNote mark={mark} />}
      {view !== null && (
        <Encodings
          choices={view.encodings}
          encoding={draft.how.encoding ?? read?.encoding ?? item.encoding}
          onChoose={(encoding) => readAs(key, { encoding })}
        />
      )}
      {view !== null && (
        <Chapters
          view={view}
          how={draft.how}
          shown={chapter}
          onChoose={(chapters) => {
            onChapter(0);
            readAs(key, { chapters });
          }}
          onShow={onChapter}
        />
      )}
      {match !== null && (
        <MatchChoice
          match={match}
          decision={draft.decision ?? suggestedBy(match)}
          onChoose={(decision) => patchDraft(key, { decision })}
        />
      )}
      {read?.machineRead != null && <MachineNote machineRead={read.machineRead} />}
      {draft.how.chapters === 'apart' && (
        <p className="review-side-part t3 xs">{t('review.facts.perChapter')}</p>
      )}
      {read !== undefined && draft.how.chapters === 'together' && (
        <FactsForm
          facts={read}
          dateEvidence={read.dateEvidence}
          typed={draft.typed}
          dateConfirmed={draft.dateConfirmed}
          error={'error' in typed ? typed.error : null}
          readOnly={readOnly}
          onType={(name, value) =>
            patchDraft(key, { typed: { ...draft.typed, [name]: value }, refusal: null })
          }
          onConfirmDate={() => patchDraft(key, { dateConfirmed: true })}
        />
      )}
    </aside>
  );
}
