import { Command } from 'cmdk';
import {
  AppWindow,
  BookOpen,
  Columns2,
  GitCompareArrows,
  MessageSquareText,
  Newspaper,
  PenLine,
  Search,
  TableProperties,
  Tags,
  ListChecks,
  ScrollText,
  TextSearch,
  WholeWord,
  type LucideIcon,
} from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#core/library';
import type { Span } from '#core/span';
import { COMMANDS, type CommandName, type KeyGroup } from '../keymap';
import { CommandKey } from '../ui/controls';
import { dayText } from '../ui/format';
import type { FoundCommand } from './palette-answers';

const ICONS: Readonly<Record<KeyGroup, LucideIcon>> = {
  app: AppWindow,
  panes: Columns2,
  reading: BookOpen,
  marking: PenLine,
  find: Search,
  notes: MessageSquareText,
  compare: GitCompareArrows,
  codebook: Tags,
  directives: ScrollText,
  tasks: ListChecks,
  phrases: WholeWord,
  search: TextSearch,
  articles: TableProperties,
};

/** A name with the letters that were typed brought out. */
function Found({ name, spans }: { name: string; spans: readonly Span[] }): ReactNode {
  return (
    <>
      {spans.map(({ start, end }, i) => (
        <Fragment key={start}>
          {name.slice(spans[i - 1]?.end ?? 0, start)}
          <b>{name.slice(start, end)}</b>
        </Fragment>
      ))}
      {name.slice(spans.at(-1)?.end ?? 0)}
    </>
  );
}

export function CommandItem({ found, onRun }: { found: FoundCommand; onRun: (name: CommandName) => void }) {
  const { t } = useTranslation();
  const { command, spans, other } = found;
  const { group } = COMMANDS[command];
  const Icon = ICONS[group];
  return (
    <Command.Item value={`command-${command}`} onSelect={() => onRun(command)}>
      <Icon size={15} strokeWidth={1.75} aria-hidden className="t2" />
      <span className="clip name">
        <Found name={t(`command.${command}`)} spans={spans} />
      </span>
      <span className="clip about">
        {other === null ? (
          group !== 'app' && t(`keys.${group}`)
        ) : (
          <Found name={other.name} spans={other.spans} />
        )}
      </span>
      <span className="end">
        <CommandKey command={command} />
      </span>
    </Command.Item>
  );
}

interface SearchItemProps {
  words: string;
  onSearch: (words: string) => void;
}

/** The way to the full text of all articles. */
export function SearchItem({ words, onSearch }: SearchItemProps) {
  const { t } = useTranslation();
  return (
    <Command.Item value="search-library" onSelect={() => onSearch(words)}>
      <TextSearch size={15} strokeWidth={1.75} aria-hidden className="t2" />
      <span className="clip name">{t('search.palette', { words })}</span>
    </Command.Item>
  );
}

interface ArticleItemProps {
  article: ArticleSummary;
  spans: readonly Span[];
  onOpen: (articleId: string) => void;
}

export function ArticleItem({ article, spans, onOpen }: ArticleItemProps) {
  const { id, title, source, publishedOn } = article;
  const about = [source, publishedOn === null ? null : dayText(publishedOn)].filter(Boolean).join(', ');
  return (
    <Command.Item value={id} onSelect={() => onOpen(id)}>
      <Newspaper size={15} strokeWidth={1.75} aria-hidden className="t2" />
      <span className="clip name">
        <Found name={title} spans={spans} />
      </span>
      <span className="about num nb">{about}</span>
    </Command.Item>
  );
}
