import type { WordsNode } from '#core/search/answer';
import type { Bits } from '#core/search/index/bits';
import type { Field } from '#core/search/index/layout';
import type { Filter, QueryNode } from '#core/search/query';
import type { ArticleFacts } from './article-facts';
import type { CitedDocument } from './cited';
import type { Ticked } from './facets';

export type ByField = Record<Field, Bits>;

/** What fits a query as far as the index and the catalogue tell, by numbers of the index. */
export interface Proposed {
  query: QueryNode;
  facts: ArticleFacts;
  all: Bits;
  /** Where the wanted words stand; null when only filters were asked for. */
  hits: ByField | null;
  /** What the words that name a document stand for beside themselves. */
  cited: ReadonlyMap<WordsNode, CitedDocument>;
  filter: (filter: Filter) => Bits;
}

/** What a query found. */
export interface Found extends Proposed {
  /** Of all that fits the query, what has everything that is ticked. */
  narrowed: Bits;
  /** In which fields hits are shown. */
  fields: readonly Field[];
  ticked: Ticked;
}
