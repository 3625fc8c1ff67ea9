import {
  Columns2,
  FileOutput,
  LibraryBig,
  ListChecks,
  ScrollText,
  Search,
  Settings,
  TableProperties,
  Tags,
  WholeWord,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { capOf, type CommandName } from '../keymap';
import { useView, type View } from '../state/view';

/** The areas of the app. */
export function Rail({ onRun }: { onRun: (command: CommandName) => void }) {
  const { t } = useTranslation();
  const view = useView((state) => state.view);
  const item = (area: Exclude<View, 'review' | 'print'>, Glyph: LucideIcon) => (
    <button
      type="button"
      className="rail-item"
      aria-current={
        view === area || (area === 'library' && (view === 'review' || view === 'print')) ? 'page' : undefined
      }
      title={[t(`rail.${area}`), capOf(area)].filter((words) => words !== null).join(' · ')}
      onClick={() => onRun(area)}
    >
      <Glyph size={20} strokeWidth={1.6} aria-hidden />
      {t(`rail.${area}`)}
    </button>
  );
  return (
    <nav className="rail" aria-label={t('rail.main')}>
      {item('library', LibraryBig)}
      {item('articles', TableProperties)}
      {item('compare', Columns2)}
      {item('directives', ScrollText)}
      {item('tasks', ListChecks)}
      {item('codebook', Tags)}
      {item('phrases', WholeWord)}
      {item('search', Search)}
      {item('export', FileOutput)}
      <span className="spring" />
      {item('settings', Settings)}
    </nav>
  );
}
