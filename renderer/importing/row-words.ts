import {
  Ban,
  BookOpen,
  CircleAlert,
  CircleCheck,
  Copy,
  FileCode,
  FileImage,
  FileText,
  FileType,
  ScanText,
  ShieldAlert,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { TFunction } from 'i18next';
import type { ImportResult } from '#core/contract';
import type { Match, ReviewItem, ReviewReason } from '#core/review';
import { ENCODING_NAMES, isEncoding } from '#core/text/encodings';
import type { ReviewDraft } from '../state/review';
import { dayText } from '../ui/format';
import { wasCancelled } from './rows';

export interface SecondLine {
  icon: LucideIcon;
  look: 'good' | 'warn' | 'bad' | 'quiet';
  words: string;
}

export const percent = (share: number): number => Math.round(share * 100);

export const encodingName = (encoding: string): string =>
  isEncoding(encoding) ? ENCODING_NAMES[encoding] : encoding.toUpperCase();

const ICONS: Readonly<Record<ReviewReason, LucideIcon>> = {
  secret: ShieldAlert,
  version: TriangleAlert,
  copy: Copy,
  encoding: TriangleAlert,
  'machine-read': ScanText,
  chapters: BookOpen,
  asked: CircleCheck,
};

/** Why a file waits, in words; why it was not taken in comes before all. */
export function waitingLine(item: ReviewItem, draft: ReviewDraft, t: TFunction): SecondLine {
  if (draft.refusal !== null) return { icon: CircleAlert, look: 'bad', words: draft.refusal };
  const [first = 'asked'] = item.reasons;
  if (first === 'asked') return { icon: CircleCheck, look: 'good', words: sizeWords(item, t) };
  const words = item.reasons.map((reason) => reasonWords(reason, item, draft, t));
  return { icon: ICONS[first], look: 'warn', words: words.join(' · ') };
}

function reasonWords(reason: ReviewReason, item: ReviewItem, draft: ReviewDraft, t: TFunction): string {
  switch (reason) {
    case 'encoding':
      return t('review.reason.encoding', { encoding: encodingName(draft.how.encoding ?? item.encoding) });
    case 'version':
    case 'copy':
      if (item.match === null) return t(`review.match.title`);
      return t(`review.reason.${reason}`, {
        of: ofWords(item.match),
        likeness: percent(item.match.likeness),
      });
    case 'secret':
      return t(draft.checked ? 'review.reason.secretChecked' : 'review.reason.secret');
    case 'chapters':
    case 'machine-read':
    case 'asked':
      return t(`review.reason.${reason}`);
  }
}

/** The article that a file is like, as short as it can be told: its day for a version, its paper for a copy. */
function ofWords({ is, title, publishedOn, source }: Match): string {
  if (is === 'copy') return source ?? `“${title}”`;
  return publishedOn === null ? `“${title}”` : dayText(publishedOn);
}

function sizeWords(
  of: { paragraphs?: number | undefined; removed?: number | undefined },
  t: TFunction,
): string {
  const parts = [];
  if (of.paragraphs !== undefined) parts.push(t('review.paragraphs', { count: of.paragraphs }));
  if ((of.removed ?? 0) > 0) parts.push(t('review.removedLines', { count: of.removed }));
  return parts.join(' · ');
}

/** What came of a file, in words. */
export function resultLine(result: ImportResult, paragraphs: number | undefined, t: TFunction): SecondLine {
  const { status, message, anchors, removed } = result;
  if (wasCancelled(result)) return { icon: Ban, look: 'quiet', words: t('review.status.cancelled') };
  if (status === 'refused') return { icon: CircleAlert, look: 'bad', words: message ?? '' };
  if (status === 'duplicate') return { icon: Copy, look: 'quiet', words: t('review.status.duplicate') };
  const name = t(status === 'revised' ? 'review.status.revised' : 'review.status.imported');
  const parts = [name, sizeWords({ paragraphs, removed }, t)];
  const { exact: kept, moved, orphan: lost } = anchors ?? { exact: 0, moved: 0, orphan: 0 };
  if (kept + moved + lost > 0) parts.push(t('review.anchors', { kept, moved, lost }));
  return {
    icon: lost > 0 ? TriangleAlert : CircleCheck,
    look: lost > 0 ? 'warn' : 'good',
    words: parts.filter((part) => part !== '').join(' · '),
  };
}

/** Symbols of the kinds of files, by their extension. */
export const FILE_ICONS: Readonly<Record<string, LucideIcon>> = {
  html: FileCode,
  htm: FileCode,
  mht: FileCode,
  mhtml: FileCode,
  xhtml: FileCode,
  epub: BookOpen,
  txt: FileText,
  md: FileText,
  doc: FileType,
  docx: FileType,
  odt: FileType,
  rtf: FileType,
  pdf: FileType,
  png: FileImage,
  jpg: FileImage,
  jpeg: FileImage,
  tif: FileImage,
  tiff: FileImage,
};

export const extensionOf = (name: string): string => name.split('.').at(-1)?.toLowerCase() ?? '';
