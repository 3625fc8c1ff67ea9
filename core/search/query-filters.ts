// What a query can ask of an article beside its words, by the names of its fields: `nguồn:`, `năm:2023..2025`, `bộ:`, `đọc:`…
import { KINDS, type AnnotationKind } from '../annotation';
import type { Reading } from '../shelving';
import { bareText } from '../text/fold';

/** What is known of an article beside its words. `kept`: it is starred, or put away. */
export type Filter =
  | { by: 'source' | 'tag' | 'document' | 'collection'; text: string }
  | { by: 'year'; from: number; to: number }
  | { by: 'kind'; kind: AnnotationKind | 'note' }
  | { by: 'reading'; reading: Reading }
  | { by: 'kept'; as: 'starred' | 'archived'; is: boolean };

export type FieldName =
  | 'title'
  | 'note'
  | 'source'
  | 'year'
  | 'tag'
  | 'kind'
  | 'document'
  | 'collection'
  | 'read'
  | 'star'
  | 'archived';

/** Without marks, in Vietnamese and English. */
const FIELD_NAMES: Readonly<Record<string, FieldName>> = {
  ...{ 'tieu-de': 'title', title: 'title', 'ghi-chu': 'note', note: 'note' },
  ...{ nguon: 'source', source: 'source', nam: 'year', year: 'year', nhan: 'tag', tag: 'tag' },
  ...{ loai: 'kind', kind: 'kind', 'van-ban': 'document', document: 'document' },
  ...{ bo: 'collection', 'bo-suu-tap': 'collection', collection: 'collection' },
  ...{ doc: 'read', read: 'read', sao: 'star', star: 'star' },
  ...{ 'luu-tru': 'archived', archived: 'archived' },
};

const KIND_NAMES: Readonly<Record<string, AnnotationKind | 'note'>> = {
  ...Object.fromEntries(KINDS.map((kind) => [kind, kind])),
  ...{ 'danh-dau': 'highlight', 'chi-dao': 'directive', 'van-ban': 'directive', 'nhiem-vu': 'task' },
  ...{ 'chi-tieu': 'target', 'thoi-han': 'deadline', 'ghi-chu': 'note', note: 'note' },
};

const READING_NAMES: Readonly<Record<string, Reading>> = {
  ...{ chua: 'unread', 'chua-doc': 'unread', unread: 'unread', no: 'unread' },
  ...{ dang: 'reading', 'dang-doc': 'reading', reading: 'reading' },
  ...{ roi: 'read', 'da-doc': 'read', xong: 'read', read: 'read', yes: 'read' },
};

const YES_OR_NO: Readonly<Record<string, boolean>> = {
  ...{ co: true, yes: true, khong: false, no: false },
};

const nameOf = (text: string): string =>
  bareText(text)
    .trim()
    .replace(/[\s_]+/gu, '-');

const lookedUp = <T>(names: Readonly<Record<string, T>>, text: string): T | undefined =>
  Object.hasOwn(names, nameOf(text)) ? names[nameOf(text)] : undefined;

/** The field that a name before a colon stands for. */
export const fieldNamed = (name: string): FieldName | undefined => lookedUp(FIELD_NAMES, name);

type BadFilter = 'bad-year' | 'bad-kind' | 'bad-reading' | 'bad-choice';

/** The filter that stands behind a field; a code where its value means nothing. */
export function filterOf(field: Exclude<FieldName, 'title' | 'note'>, text: string): Filter | BadFilter {
  switch (field) {
    case 'year':
      return yearsOf(text) ?? 'bad-year';
    case 'kind': {
      const kind = lookedUp(KIND_NAMES, text);
      return kind === undefined ? 'bad-kind' : { by: 'kind', kind };
    }
    case 'read': {
      const reading = lookedUp(READING_NAMES, text);
      return reading === undefined ? 'bad-reading' : { by: 'reading', reading };
    }
    case 'star':
    case 'archived': {
      const is = lookedUp(YES_OR_NO, text);
      return is === undefined
        ? 'bad-choice'
        : { by: 'kept', as: field === 'star' ? 'starred' : 'archived', is };
    }
    case 'source':
    case 'tag':
    case 'document':
    case 'collection':
      return { by: field, text };
  }
}

function yearsOf(text: string): Filter | null {
  const match = /^(?<from>\d{4})?(?<range>\.\.|-|–)?(?<to>\d{4})?$/u.exec(text);
  const { from, range, to } = match?.groups ?? {};
  if (match === null || (from === undefined && to === undefined)) return null;
  if (range === undefined) return { by: 'year', from: Number(from), to: Number(from) };
  const filter = { by: 'year' as const, from: Number(from ?? 0), to: Number(to ?? 9_999) };
  return filter.from > filter.to ? null : filter;
}
