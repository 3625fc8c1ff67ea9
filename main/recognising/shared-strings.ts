import type { Looked } from './look';

/** Keeps one copy of words that come again in thousands of articles. */
export class SharedStrings {
  readonly #known = new Map<string, string>();

  shared(looked: Looked): Looked {
    looked.dictionary = this.#one(looked.dictionary);
    for (const mention of looked.mentions) {
      mention.canonical = this.#one(mention.canonical);
      mention.class = this.#one(mention.class);
      mention.type = this.#one(mention.type);
      mention.text = this.#one(mention.text);
      mention.number = this.#oneOrNull(mention.number);
      mention.issuer = this.#oneOrNull(mention.issuer);
      mention.issuerName = this.#oneOrNull(mention.issuerName);
      mention.date = this.#oneOrNull(mention.date);
      mention.term = this.#oneOrNull(mention.term);
    }
    for (const body of looked.bodies) {
      body.name = this.#one(body.name);
      body.role = this.#oneOrNull(body.role);
    }
    return looked;
  }

  #oneOrNull(text: string | null): string | null {
    return text === null ? null : this.#one(text);
  }

  #one<T extends string>(text: T): T {
    const known = this.#known.get(text);
    if (known !== undefined) return known as T;
    this.#known.set(text, text);
    return text;
  }
}
