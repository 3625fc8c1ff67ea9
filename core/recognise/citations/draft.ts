import type { TypeWord } from '#core/recognise/citations/document-types';
import type { DocumentType } from '#core/recognise/citations/document-types';
import type { CitationClass } from '#core/recognise/found';
import type { Span } from '#core/span';

/** A type word in the text. Offsets into the match copy, as in all that is read from it. */
export interface Anchor extends TypeWord, Span {}

/** A citation before its key is sure. */
export interface Draft extends Span {
  class: CitationClass;
  type: DocumentType;
  /** The key after the type; null where another citation has to give it. */
  id: string | null;
  /**
   * What may be said of the document when it is not cited in full: "35", "100/2019", "15@TTg", "HNTW4". A citation without an
   * id takes that of the only document with the same first stem.
   */
  stems: readonly string[];
  number: string | null;
  issuer: string | null;
  issuerName: string | null;
  date: string | null;
  term: string | null;
  confidence: number;
}

export interface Parsed {
  drafts: Draft[];
  /** Where reading goes on. */
  end: number;
}
