import type { DirectiveId } from '#core/directive';
import type { Mention, MentioningArticle } from '#core/register/mention';
import { partsOf } from '#core/register/series';
import type { Span } from '#core/span';

/** Words that a person marked as a citation of a document. `block`: the index of the block in which they begin. */
export interface DirectiveMark extends Span {
  text: string;
  block: number;
  directive: DirectiveId;
}

/**
 * The article with what people marked in it. A mark over a citation that was found counts once: of the document that the
 * person names, where that is another one.
 */
export function withMarks<A extends MentioningArticle>(article: A, marks: readonly DirectiveMark[]): A {
  if (marks.length === 0) return article;
  const mentions = [...article.mentions];
  for (const mark of marks) {
    const { canonical, mark: which } = partsOf(mark.directive);
    const same = mentions.filter(({ start, end }) => start < mark.end && mark.start < end);
    const found = same.find((mention) => mention.canonical === canonical) ?? same[0];
    if (found === undefined) mentions.push(mentionBy(mark, mark));
    else if (found.canonical !== canonical) mentions[mentions.indexOf(found)] = mentionBy(mark, found);
    else if (which !== '') mentions[mentions.indexOf(found)] = { ...found, directive: mark.directive };
  }
  mentions.sort((a, b) => a.start - b.start);
  return { ...article, mentions };
}

/** It tells nothing of the document but that it is cited at `place`. */
function mentionBy(
  { directive }: DirectiveMark,
  place: Pick<Mention, 'start' | 'end' | 'text' | 'block'>,
): Mention {
  const { start, end, text, block } = place;
  const { canonical, mark } = partsOf(directive);
  return {
    ...{ start, end, text, block, canonical, class: 'relative', type: '' },
    ...{ number: null, issuer: null, issuerName: null, date: null, term: null, confidence: 1 },
    ...(mark !== '' && { directive }),
  };
}
