import type { KeyboardEvent } from 'react';
import { Ellipsis, MapPinOff, Star, StickyNote } from 'lucide-react';
import { ContextMenu } from '@base-ui/react/context-menu';
import { Menu } from '@base-ui/react/menu';
import { useTranslation } from 'react-i18next';
import { KINDS } from '#core/annotation';
import type { ArticleSummary } from '#core/library';
import { removeArticles, restoreArticles } from '../state/changes';
import { useLibrary } from '../state/library';
import { loadArticle } from '../state/library';
import { toggleArchived, toggleRead, toggleStar } from '../state/shelving';
import { attempt } from '../state/status';
import { letterOf, setView } from '../state/view';
import { Kbd } from '../ui/controls';
import { dragSource } from '../ui/drag-source';
import { dayText } from '../ui/format';
import { KindGlyph } from '../ui/kinds';
import { mainPart } from '../ui/main-part';

interface ArticleItemProps {
  article: ArticleSummary;
  /** Indexes of the panes that show it. */
  panes: readonly number[];
  active: number;
  tabStop: boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onOpen: () => void;
  onBeside: () => void;
}

/** One article of the list: source, date, title, what is marked in it. */
export function ArticleItem(props: ArticleItemProps) {
  const { article, panes, active, tabStop, onFocus, onKeyDown, onOpen, onBeside } = props;
  const { t } = useTranslation();
  const inTrash = article.removedAt !== null;
  const items = <ItemCommands article={article} onOpen={onOpen} onBeside={onBeside} />;
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger render={<div />}>
        <button
          type="button"
          className={`shelf-item ${panes.includes(active) ? 'on' : ''}`}
          data-article={article.id}
          tabIndex={tabStop ? 0 : -1}
          title={article.title}
          {...(inTrash ? {} : dragSource({ is: 'article', articleId: article.id }))}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          // A long article is on its way before the button is let go.
          onPointerDown={() => inTrash || void attempt(() => loadArticle(article.id))}
          onClick={(event) => {
            if (inTrash) return;
            // After a click the keys belong to the text; after Enter they stay in the list.
            event.currentTarget.blur();
            if (event.ctrlKey || event.metaKey) onBeside();
            else onOpen();
          }}
        >
          <span className="meta">
            {panes.map((pane) => (
              <span key={pane} className={`pane-letter ${pane === active ? 'on' : ''}`}>
                {letterOf(pane)}
              </span>
            ))}
            <ReadingMark article={article} />
            <span className="clip">{article.source ?? t('shelf.noSource')}</span>
            <StarMark article={article} />
            {article.publishedOn !== null && <span className="end num">{dayText(article.publishedOn)}</span>}
          </span>
          <span className="name c2">{article.title}</span>
          <Counts article={article} />
        </button>
        <Menu.Root>
          <Menu.Trigger className="icon-button small shelf-more" aria-label={t('shelf.more')} tabIndex={-1}>
            <Ellipsis size={14} aria-hidden />
          </Menu.Trigger>
          <Menu.Portal container={mainPart}>
            <Menu.Positioner sideOffset={4} align="end" className="positioner">
              <Menu.Popup className="popup">{items}</Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      </ContextMenu.Trigger>
      <ContextMenu.Portal container={mainPart}>
        <ContextMenu.Positioner className="positioner">
          <ContextMenu.Popup className="popup">{items}</ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function ReadingMark({ article: { shelving } }: { article: ArticleSummary }) {
  const { t } = useTranslation();
  if (shelving.reading === 'read') return null;
  const words = t(`shelving.${shelving.reading}`);
  return <span className={`reading-mark ${shelving.reading}`} role="img" aria-label={words} title={words} />;
}

function StarMark({ article: { shelving } }: { article: ArticleSummary }) {
  const { t } = useTranslation();
  if (!shelving.starred) return null;
  return <Star className="star" size={11} role="img" aria-label={t('shelving.starred')} />;
}

function Counts({ article }: { article: ArticleSummary }) {
  const { t } = useTranslation();
  if (article.annotations === 0) return <span className="counts t3">{t('shelf.noNotes')}</span>;
  return (
    <span className="counts">
      {KINDS.filter((kind) => article.kinds[kind] > 0).map((kind) => (
        <span key={kind} title={t(`kind.${kind}`)}>
          <span className={`glyph k-${kind}`}>
            <KindGlyph kind={kind} />
          </span>
          {article.kinds[kind]}
        </span>
      ))}
      {article.orphans > 0 && (
        <span style={{ color: 'var(--warn)' }} title={t('shelf.orphans', { count: article.orphans })}>
          <MapPinOff size={12} aria-hidden /> {article.orphans}
        </span>
      )}
      {article.notes > 0 && (
        <span className="end t3" title={t('notes.title')}>
          <StickyNote size={12} aria-hidden /> {article.notes}
        </span>
      )}
    </span>
  );
}

/** The commands for one article; the same in its menu and under the right mouse button. */
function ItemCommands({
  article,
  onOpen,
  onBeside,
}: Pick<ArticleItemProps, 'article' | 'onOpen' | 'onBeside'>) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  if (article.removedAt !== null) {
    if (readOnly) return null;
    return (
      <Menu.Item className="menu-item" onClick={() => void attempt(() => restoreArticles([article.id]))}>
        {t('shelf.restore')}
      </Menu.Item>
    );
  }
  return (
    <>
      <Menu.Item className="menu-item" onClick={onOpen}>
        {t('shelf.openHere')} <Kbd>↵</Kbd>
      </Menu.Item>
      <Menu.Item className="menu-item" onClick={onBeside}>
        {t('shelf.openBeside')} <Kbd>Ctrl ↵</Kbd>
      </Menu.Item>
      <div className="menu-line" />
      <Menu.Item
        className="menu-item"
        onClick={() => setView({ dialog: { is: 'facts', articleId: article.id } })}
      >
        {t('shelf.facts')}
      </Menu.Item>
      <Menu.Item
        className="menu-item"
        onClick={() => setView({ dialog: { is: 'versions', articleId: article.id } })}
      >
        {t('command.versions')}
      </Menu.Item>
      <Menu.Item className="menu-item" onClick={() => setView({ view: 'export', exportIds: [article.id] })}>
        {t('shelf.exportOne')}
      </Menu.Item>
      {!readOnly && (
        <>
          <div className="menu-line" />
          <ShelvingCommands article={article} />
          <div className="menu-line" />
          <Menu.Item
            className="menu-item danger"
            onClick={() => void attempt(() => removeArticles([article.id]))}
          >
            {t('shelf.remove')} <Kbd>Del</Kbd>
          </Menu.Item>
        </>
      )}
    </>
  );
}

/** How the article is kept; each has a letter that does the same on its row. */
function ShelvingCommands({ article }: { article: ArticleSummary }) {
  const { t } = useTranslation();
  const { starred, reading, archivedAt } = article.shelving;
  const commands = [
    { words: starred ? 'unstar' : 'star', letter: 'S', run: toggleStar },
    { words: reading === 'read' ? 'unread' : 'read', letter: 'R', run: toggleRead },
    { words: archivedAt === null ? 'archive' : 'unarchive', letter: 'E', run: toggleArchived },
  ] as const;
  return commands.map(({ words, letter, run }) => (
    <Menu.Item key={letter} className="menu-item" onClick={() => void attempt(() => run(article))}>
      {t(`shelving.do.${words}`)} <Kbd>{letter}</Kbd>
    </Menu.Item>
  ));
}
