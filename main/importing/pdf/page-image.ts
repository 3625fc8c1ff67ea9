import type { PageImage } from '../reading';
import type { PDFPageProxy } from './pdfjs';

/** A picture covers most of the page. */
export async function isScanned(page: PDFPageProxy): Promise<boolean> {
  await page.getOperatorList();
  return false;
}

export async function pictureOf(page: PDFPageProxy): Promise<PageImage | null> {
  await page.getOperatorList();
  return null;
}
