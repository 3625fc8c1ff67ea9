import type { Article } from '#core/article';
import type { DirectiveId, DirectiveRow } from '#core/directive';
import { hasWholeName, type DocumentClues } from '#core/document-choice';
import { CallFailed } from '#core/gateway';
import type { FoundCitation } from '#core/recognise/found';
import { registerOf } from '#core/register';
import type { Span } from '#core/span';
import { call } from '../bridge';
import { directiveName, isDirectiveId } from '../ui/directive-name';
import { useAnswer } from './answers';
import { useLibrary } from './library';

/** A citation that begins this far before marked words may still reach into them. */
const LONGEST_CITATION = 300;
/** A citation that is no surer than this is not taken without a person's choice. */
const GUESSED = 0.5;

interface ReadDocument {
  id: DirectiveId;
  citation: FoundCitation;
}

/** What the rules read in each of these spans, in the order of the text. Nothing where the text is another by now. */
async function readIn(
  { id, revision }: Pick<Article, 'id' | 'revision'>,
  spans: readonly Span[],
): Promise<ReadDocument[][]> {
  const start = Math.max(0, Math.min(...spans.map((span) => span.start)) - LONGEST_CITATION);
  const end = Math.max(...spans.map((span) => span.end));
  const read = await call('recognise.article', { id, within: { start, end } });
  if (read.revision !== revision) return spans.map(() => []);
  const documents = read.found.citations.map((citation, i) => ({
    citation,
    id: read.directives[i] ?? citation.canonical,
  }));
  return spans.map((span) => documents.filter(({ citation }) => isHalfIn(citation, span)));
}

/** Whether they share at least half of the shorter of the two. */
function isHalfIn(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared * 2 >= Math.min(a.end - a.start, b.end - b.start);
}

/**
 * The document that the words of each span cite, as far as the rules can say so: undefined where they read none or several.
 * A mark may be made also where the rules fail.
 */
export async function documentsMarked(
  article: Pick<Article, 'id' | 'revision'>,
  spans: readonly Span[],
): Promise<(DirectiveId | undefined)[]> {
  if (spans.length === 0) return [];
  try {
    const read = await readIn(article, spans);
    return read.map((documents) => {
      const sure = documents.filter(({ citation }) => citation.confidence > GUESSED);
      const [only, ...others] = new Set(sure.map(({ id }) => id));
      return others.length === 0 ? only : undefined;
    });
  } catch (error) {
    if (error instanceof CallFailed) return spans.map(() => undefined);
    throw error;
  }
}

/** Words of an article for which a document is being chosen; `span` where certain words are meant. */
export interface Passage {
  article: Pick<Article, 'id' | 'revision' | 'publishedOn'>;
  span: Span | null;
}

/** All documents known, and what speaks for which. */
interface DocumentsToChoose {
  rows: readonly DirectiveRow[];
  clues: DocumentClues;
}

/** What a document is chosen from; null until the library has answered, and while nobody asks. */
export function useDocumentsToChoose(passage: Passage | null, asked: boolean): DocumentsToChoose | null {
  const { start = '', end = '' } = passage?.span ?? {};
  const key = asked ? `documents ${passage?.article.id ?? ''} ${start} ${end}` : 'no documents';
  // The register grows while the library is looked through.
  const looked = useLibrary(({ recognised }) => recognised?.done);
  return useAnswer(key, () => (asked ? documentsToChoose(passage) : Promise.resolve(null)), looked);
}

async function documentsToChoose(passage: Passage | null): Promise<DocumentsToChoose> {
  const { rows } = await call('directives.list', {});
  const cited = new Map<DirectiveId, number>();
  if (passage === null) return { rows, clues: { read: [], cited } };
  const { article, span } = passage;
  const mentions = await call('directives.mentions', { articleIds: [article.id], context: false });
  for (const { directive } of mentions) cited.set(directive, (cited.get(directive) ?? 0) + 1);
  const [read = []] = span === null ? [] : await readIn(article, [span]);
  const clues = { read: [...new Set(read.map(({ id }) => id))], cited };
  const known = new Set(rows.map(({ id }) => id));
  return { rows: [...read.filter(({ id }) => !known.has(id)).map(unlisted), ...rows], clues };
}

/** A document that is read in the words and that the register does not have, since a mark there names another one. */
function unlisted({ id, citation }: ReadDocument): DirectiveRow {
  const mentions = [{ ...citation, block: 0, directive: id }];
  const [row] = registerOf([{ id: '', publishedOn: null, mentions }], []).rows;
  if (row === undefined) throw new Error('a document without its row');
  return { ...row, id, mentions: 0, articles: [] };
}

/** How a document of the register is called. */
export const nameOfDocument = ({ canonical, spellings: [words], title }: DirectiveRow): string =>
  directiveName(canonical, words ?? (title === '' ? undefined : title));

/** Names that were asked for once. */
const names = new Map<DirectiveId, string>();

async function findName(id: DirectiveId): Promise<string | null> {
  if (isDirectiveId(id) && !hasWholeName(id) && !names.has(id)) {
    const { rows } = await call('directives.list', {});
    const row = rows.find((each) => each.id === id || each.aliases.includes(id));
    if (row !== undefined) names.set(id, nameOfDocument(row));
  }
  return names.get(id) ?? null;
}

/** What the document is called that these words of an article cite. */
export function useDocumentName(id: DirectiveId | undefined, words: string): string | null {
  const looked = useLibrary(({ recognised }) => recognised?.done);
  const find = () => (id === undefined ? Promise.resolve(null) : findName(id));
  const name = useAnswer(`name ${id ?? ''}`, find, looked);
  return id === undefined ? null : (name ?? directiveName(id, words).replace(/\s+/gu, ' '));
}
