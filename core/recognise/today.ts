import { type Block } from '#core/article';
import { notBefore } from '#core/text/year';

/** The day from which times without a year, and what is past or to come, are understood. */
export interface Today {
  /** `YYYY-MM-DD`. */
  day: string | null;
  /** Told only by dates in the text: the day itself may be a later one. */
  isAssumed: boolean;
}

export function todayOf(article: { blocks: readonly Block[]; publishedOn: string | null }): Today {
  return article.publishedOn === null
    ? { day: notBefore(article.blocks.map(({ text }) => text)), isAssumed: true }
    : { day: article.publishedOn, isAssumed: false };
}
