import type { SourceFile } from '../../../main/importing/index';
import { importArticle } from '../../../main/importing/index';
import type { ArticleDraft } from '#core/article';
import { Refusal, type RefusalCode } from '#core/refusal';

export const file = (name: string, content: string | Uint8Array): SourceFile => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});

export const draftOf = (name: string, content: string | Uint8Array): Promise<ArticleDraft> =>
  importArticle(file(name, content));

/** The code with which an import is refused, and what it says. */
export async function refusalOf(
  name: string,
  content: string | Uint8Array,
): Promise<{ code: RefusalCode; params: Refusal['params'] }> {
  try {
    await draftOf(name, content);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, params: error.params };
    throw error;
  }
  throw new Error(`${name} was imported`);
}

export const texts = (draft: ArticleDraft): string[] => draft.blocks.map((block) => block.text);
