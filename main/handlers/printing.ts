import type { ParsedInput } from '#core/contract';
import { localDay } from '#core/day';
import { articleHtml } from '#core/export/article-html';
import { slugOf } from '#core/export/file-name';
import { sourceEntry } from '#core/export/words';
import type { Handlers } from '#core/gateway';
import type { Page } from '../desktop';
import { readNote } from '../exporting/note-blocks';
import { writeExport } from '../exporting/write';
import type { Context } from './context';

type PrintCalls = 'print.preview' | 'print.savePdf' | 'print.send';
type Request = ParsedInput<'print.preview'>;

export function printHandlers(context: Context): Pick<Handlers, PrintCalls> {
  const { desktop, now } = context;
  return {
    'print.preview': async (request) => ({ pdf: await desktop.pdfOf(await pageOf(context, request)) }),
    'print.savePdf': async (request) => {
      const page = await pageOf(context, request);
      const slug = slugOf(page.title);
      const path = await desktop.chooseSavePath(`${slug === '' ? 'bai-viet' : slug}-${localDay(now())}.pdf`);
      if (path !== null) await writeExport(path, await desktop.pdfOf(page));
      return { path };
    },
    'print.send': async (request) => ({ printed: await desktop.print(await pageOf(context, request)) }),
  };
}

async function pageOf({ store }: Context, { articleId, options }: Request): Promise<Page> {
  const { article, annotations } = await store.view(articleId);
  const { settings } = store.library;
  const yearInferred = article.dateConfidence === 'inferred-year';
  return {
    title: article.title,
    html: articleHtml({ article, annotations, options, settings, readNote }),
    source: sourceEntry({ ...article, yearInferred }, settings.language),
  };
}
