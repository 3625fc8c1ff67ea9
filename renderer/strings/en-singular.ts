/** English words for one, beside those in `en.ts` for any other number; Vietnamese has no such forms. */
export const enSingular = {
  'shelf.orphans_one': '1 lost',
  'reader.blocks_one': '1 paragraph',
  'reader.removed_one': '1 line taken out on import',
  'exporting.count_one': '1 note',
  'settings.checkBad_one': '1 place needs a look:',
  'status.selected_one': '1 syllable selected',
  'undo.removeArticles_one': 'move 1 article to trash',
  'undo.restoreArticles_one': 'restore 1 article',
  'bringIn.undo_one': 'import 1 article',
  'bringIn.waiting_one': '1 file needs a look',
  'bringIn.arrived_one': '1 new file from the watched folder',
};
