import { Link, Pencil, Quote } from 'lucide-react';
import { Menu } from '@base-ui/react/menu';
import { useTranslation } from 'react-i18next';
import { useLibrary, viewOf } from '../state/library';
import { editBlockOf } from '../state/original';
import { copyLink } from '../state/pane-tools';
import { paneHandle } from '../state/panes';
import { copyParagraph } from '../state/quoting';
import { attempt } from '../state/status';
import { setView, useView } from '../state/view';
import { CommandKey } from '../ui/controls';
import { mainPart } from '../ui/main-part';

/** What can be done with a paragraph, at its number. */
export function ParagraphMenu() {
  const { t } = useTranslation();
  const open = useView((state) => state.paragraphMenu);
  const pane = useView((state) => state.panes.find(({ key }) => key === open?.paneKey));
  const article = useLibrary((state) => viewOf(state, pane)?.article);
  const readOnly = useLibrary((state) => state.readOnly);
  if (open === null || pane === undefined || article === undefined) return null;
  const { block } = open;
  const scroller = paneHandle(pane.key)?.scroller;
  const number = scroller?.querySelector(`[data-block="${block}"] .number`) ?? null;
  return (
    <Menu.Root open onOpenChange={(next) => !next && setView({ paragraphMenu: null })}>
      <Menu.Portal container={mainPart}>
        <Menu.Positioner anchor={number} side="right" align="start" sideOffset={6} className="positioner">
          <Menu.Popup
            className="popup"
            aria-label={t('panes.paragraph.menu', { number: block + 1 })}
            finalFocus={() => scroller ?? true}
          >
            <div className="menu-label xs t3">{t('panes.paragraph.menu', { number: block + 1 })}</div>
            <Menu.Item className="menu-item" onClick={() => void attempt(() => copyLink(pane, block))}>
              <Link size={14} strokeWidth={1.75} aria-hidden />
              {t('panes.paragraph.copyLink')} <CommandKey command="copyLink" />
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => void copyParagraph(article.id, block)}>
              <Quote size={14} strokeWidth={1.75} aria-hidden />
              {t('marking.quote.copy')} <CommandKey command="copyQuotation" />
            </Menu.Item>
            {!readOnly && article.removedAt === null && (
              <Menu.Item className="menu-item" onClick={() => editBlockOf(pane, block)}>
                <Pencil size={14} strokeWidth={1.75} aria-hidden />
                {t('panes.paragraph.edit')} <CommandKey command="editBlock" />
              </Menu.Item>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
