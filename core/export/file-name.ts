const LONGEST_SLUG = 60;

/** A title in plain letters, for the name of a file: whole words, as many as fit. Empty when it has no letter of that kind. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    if (slug.length + 1 + word.length > LONGEST_SLUG) break;
    slug = slug === '' ? word : `${slug}-${word}`;
  }
  return slug;
}
