import { useMemo, useState } from 'react';
import { Command } from 'cmdk';
import { Link, Search } from 'lucide-react';
import { Dialog as Base } from '@base-ui/react/dialog';
import { useTranslation } from 'react-i18next';
import { parsePlaceLink, type PlaceLink } from '#core/place-link';
import type { CommandName } from '../keymap';
import { inOrder } from '../state/article-order';
import { useLibrary } from '../state/library';
import { rememberCommand, useRecentCommands } from '../state/recent-commands';
import { Kbd } from '../ui/controls';
import { i18next } from '../strings/i18n';
import { foundArticles, foundCommands, type FoundCommand } from './palette-answers';
import { ArticleItem, CommandItem, SearchItem } from './palette-items';
import './dialogs.css';
import './palette.css';

interface PaletteProps {
  onClose: () => void;
  onRun: (command: CommandName) => void;
  onOpen: (articleId: string, beside: boolean) => void;
  /** A link to a paragraph was pasted. */
  onLink: (link: PlaceLink) => void;
  /** The words are to be looked for in the text of all articles. */
  onSearch: (words: string) => void;
}

/** One field for articles and commands. Both languages fit, with or without marks. */
export function Palette({ onClose, onRun, onOpen, onLink, onSearch }: PaletteProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [beside, setBeside] = useState(false);
  const articles = useLibrary((state) => state.articles);
  const link = parsePlaceLink(typed);
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup className="dialog palette" aria-label={t('command.palette')}>
          <Command
            shouldFilter={false}
            vimBindings={false}
            loop
            label={t('command.palette')}
            onKeyDownCapture={(event) => setBeside(event.ctrlKey || event.metaKey)}
            onPointerDownCapture={(event) => setBeside(event.ctrlKey || event.metaKey)}
          >
            <div className="palette-field">
              <Search size={18} strokeWidth={1.75} aria-hidden />
              {/* The palette is for this field alone. */}
              <Command.Input
                autoFocus
                value={typed}
                onValueChange={setTyped}
                placeholder={t('palette.placeholder')}
              />
              <Kbd>Esc</Kbd>
            </div>
            <Command.List>
              {link !== null && (
                <Command.Item value="link" onSelect={() => onLink(link)}>
                  <Link size={15} strokeWidth={1.75} aria-hidden className="t2" />
                  <span className="clip name">{linkWords(link, articles.get(link.articleId)?.title)}</span>
                </Command.Item>
              )}
              <Answers
                typed={typed}
                onRun={(command) => {
                  rememberCommand(command);
                  onRun(command);
                }}
                onOpen={(articleId) => onOpen(articleId, beside)}
                onSearch={onSearch}
              />
            </Command.List>
          </Command>
          <Footer />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

interface AnswersProps {
  typed: string;
  onRun: (command: CommandName) => void;
  onOpen: (articleId: string) => void;
  onSearch: (words: string) => void;
}

/** Commands before articles; as long as nothing is typed, only those used lately come before. */
function Answers({ typed, onRun, onOpen, onSearch }: AnswersProps) {
  const { t, i18n } = useTranslation();
  const articles = useLibrary((state) => state.articles);
  const recent = useRecentCommands();
  const found = useMemo(() => foundArticles(inOrder(articles, 'published'), typed), [articles, typed]);
  const readOnly = useLibrary((state) => state.readOnly);
  const commands = useMemo(
    () => foundCommands(typed, i18n.language, readOnly),
    [typed, i18n.language, readOnly],
  );
  const asked = typed.trim() !== '';
  const lately = asked
    ? []
    : recent.flatMap((name) => commands.find(({ command }) => command === name) ?? []);
  const others = commands.filter((each) => !lately.includes(each));
  const group = (heading: string, items: readonly FoundCommand[]) =>
    items.length > 0 && (
      <Command.Group heading={heading}>
        {items.map((each) => (
          <CommandItem key={each.command} found={each} onRun={onRun} />
        ))}
      </Command.Group>
    );
  return (
    <>
      {group(t('palette.recent'), lately)}
      {asked && group(t('palette.commands'), others)}
      {found.length > 0 && (
        <Command.Group heading={t('palette.articles')}>
          {found.map(({ article, spans }) => (
            <ArticleItem key={article.id} article={article} spans={spans} onOpen={onOpen} />
          ))}
        </Command.Group>
      )}
      {!asked && group(t('palette.commands'), others)}
      {asked && (
        <Command.Group heading={t('search.paletteGroup')}>
          <SearchItem words={typed.trim()} onSearch={onSearch} />
        </Command.Group>
      )}
    </>
  );
}

function Footer() {
  const { t } = useTranslation();
  return (
    <footer className="palette-keys">
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('palette.choose')}
      </span>
      <span>
        <Kbd>↵</Kbd> {t('palette.open')}
      </span>
      <span>
        <Kbd>Ctrl ↵</Kbd> {t('palette.beside')}
      </span>
      <span className="end t2">{t('palette.hint')}</span>
    </footer>
  );
}

/** Where a link leads. */
const linkWords = ({ block }: PlaceLink, title: string | undefined): string =>
  title === undefined
    ? i18next.t('panes.paragraph.unknown')
    : i18next.t('panes.paragraph.open', { number: block + 1, title });
