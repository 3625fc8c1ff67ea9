// What a person does with files that wait, and with the articles that came of others.
import type { Article } from '#core/article';
import type { ImportResult, OriginalView } from '#core/contract';
import { CallFailed } from '#core/gateway';
import type { BodyEdit, ReadHow, ReviewAccept, ReviewItem } from '#core/review';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { rememberImport } from './importing';
import { loadArticle, useLibrary } from './library';
import {
  addResults,
  chooseRow,
  draftOf,
  editsOf,
  patchDraft,
  readTyped,
  resultKey,
  sameHow,
  setAccepting,
  setEdits,
  setReading,
  setReviewItems,
  suggestedBy,
  useReview,
} from './review';
import { rememberFor } from './review-steps';
import { restoreLine, reviseBlock } from './revising';
import { attempt, reportFailure, saved, say } from './status';

const t = i18next.t.bind(i18next);
const state = useReview.getState;

export const refreshItems = (): Promise<boolean> =>
  attempt(async () => setReviewItems(await call('review.list', {})));

const itemOf = (key: string): ReviewItem | undefined => state().items.find((item) => item.key === key);

/** Reads a waiting file in the way that is asked for; once for each way. */
export async function loadReading(key: string): Promise<void> {
  const item = itemOf(key);
  if (item === undefined) return;
  const { how } = draftOf(state(), item);
  const known = state().readings.get(key);
  if (known !== undefined && known.is !== 'failed' && sameHow(known.how, how)) return;
  const view = known?.view ?? null;
  setReading(key, { how, is: 'loading', view, message: null });
  const isStillWanted = () => {
    const asked = state().readings.get(key);
    return asked !== undefined && sameHow(asked.how, how);
  };
  try {
    const read = await call('review.view', { key, how });
    if (isStillWanted()) setReading(key, { how, is: 'ready', view: read, message: null });
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    if (isStillWanted()) setReading(key, { how, is: 'failed', view, message: error.message });
  }
}

export function readAs(key: string, patch: Partial<ReadHow>): void {
  const item = itemOf(key);
  if (item === undefined) return;
  patchDraft(key, { how: { ...draftOf(state(), item).how, ...patch }, refusal: null });
}

/** Changes the text that will be stored; one undo step while the file waits. */
export function editDraft(key: string, edit: BodyEdit): void {
  const item = itemOf(key);
  if (item === undefined) return;
  const draft = draftOf(state(), item);
  const { how } = draft;
  const before = editsOf(draft);
  const after = [...before, edit];
  const put = (edits: readonly BodyEdit[]) => {
    setEdits(key, how, edits);
    return Promise.resolve();
  };
  setEdits(key, how, after);
  rememberFor(key, {
    get what() {
      return t('review.undoEdit');
    },
    undo: () => put(before),
    redo: () => put(after),
  });
}

/** Changes the text of an article by hand; one undo step. */
export const editArticle = (article: Article, edit: BodyEdit): Promise<boolean> =>
  attempt(() => {
    if (edit.do === 'restore') return restoreLine(article, edit.index);
    return reviseBlock(article, edit.index, edit.do === 'edit' ? edit.text : '');
  });

/** Brings an article of the library to the window. Returns why it could not, or null. */
export async function fetchArticle(id: string): Promise<string | null> {
  try {
    await loadArticle(id);
    return null;
  } catch (error) {
    if (error instanceof CallFailed) return error.message;
    throw error;
  }
}

export const skip = (keys: string[]): Promise<boolean> => attempt(() => call('review.skip', { keys }));

/** The chosen files go into the library, one after another; one that is refused waits on with its reason. */
export async function acceptChecked(): Promise<void> {
  if (state().accepting !== null) return;
  const items = state().items.filter((item) => draftOf(state(), item).checked);
  if (items.length === 0) return;
  stopped = false;
  const results: ImportResult[] = [];
  let done = 0;
  setAccepting({ done, total: items.length });
  try {
    for (const item of items) {
      if (wasStopped()) break;
      results.push(...(await accept(item)));
      setAccepting({ done: ++done, total: items.length });
    }
  } finally {
    setAccepting(null);
    await showAccepted(results).catch(reportFailure);
  }
}

let stopped = false;
/** A call, since the compiler takes a variable that it has just seen set for unchanged. */
const wasStopped = (): boolean => stopped;

/** Ends what is under way; what is in the library by then stays. */
export async function stopImport(): Promise<void> {
  stopped = true;
  await attempt(() => call('import.cancel', {}));
}

async function showAccepted(results: readonly ImportResult[]): Promise<void> {
  const first = state().results.length;
  addResults(results);
  const refused = state().items.filter((item) => draftOf(state(), item).refusal !== null);
  const [bad, good] = [refused.length, results.length];
  if (bad === 0) say(t('review.toldGood', { count: good }));
  else say(good === 0 ? t('review.toldBad', { count: bad }) : t('review.told', { good, bad }));
  if (refused[0] !== undefined) chooseRow(refused[0].key);
  else if (good > 0 && state().items.length === 0) chooseRow(resultKey(first));
  if (good === 0) return;
  saved();
  await rememberImport(results);
}

/** What came of the file; nothing when it was refused, which its draft then says. */
async function accept(item: ReviewItem): Promise<ImportResult[]> {
  const reading = requestOf(item);
  if ('error' in reading) {
    patchDraft(item.key, { refusal: t(`review.facts.${reading.error}`) });
    return [];
  }
  patchDraft(item.key, { refusal: null });
  try {
    const results = await call('review.accept', { items: [reading.request] });
    const refused = results.find(({ status }) => status === 'refused');
    if (refused !== undefined && refused.code !== 'import-cancelled') {
      patchDraft(item.key, { refusal: refused.message ?? '' });
    }
    return results.filter(({ status }) => status !== 'refused');
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    patchDraft(item.key, { refusal: error.message });
    return [];
  }
}

type Request = { request: ReviewAccept } | Extract<ReturnType<typeof readTyped>, { error: unknown }>;

function requestOf(item: ReviewItem): Request {
  const draft = draftOf(state(), item);
  const { how, decision, dateConfirmed } = draft;
  const reading = state().readings.get(item.key);
  // What a person saw as suggested counts, also where another way of reading led to another match.
  const shown = reading?.view === undefined || reading.view === null ? null : suggestedBy(reading.view.match);
  const chosen = decision ?? shown;
  const request: ReviewAccept = { key: item.key, how, ...(chosen !== null && { decision: chosen }) };
  if (how.chapters === 'apart') return { request: { ...request, decision: decision ?? { as: 'new' } } };
  const facts = readTyped(draft.typed);
  if ('error' in facts) return facts;
  const confirmed = dateConfirmed ? ({ dateConfidence: 'confirmed' } as const) : {};
  return { request: { ...request, facts: { ...confirmed, ...facts.patch }, edits: [...editsOf(draft)] } };
}

/** The original of a waiting file, or of an article. */
export const originalOf = (of: { key: string } | { id: string }): Promise<OriginalView> =>
  'key' in of ? call('review.original', of) : call('articles.original', of);

/** Opens the original in the system's program for it, or shows it in its folder. */
export const showOriginal = (id: string, as: 'open' | 'reveal'): Promise<boolean> =>
  attempt(() => call('articles.showOriginal', { id, as }));

/** Whether an article can be opened: it is in the library and not in the trash. */
export const isOpenable = (id: string | undefined): boolean =>
  id !== undefined && useLibrary.getState().articles.get(id)?.removedAt === null;
