import { useMemo, useState } from 'react';
import { Popover } from '@base-ui/react/popover';
import { Command } from 'cmdk';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '#core/align/tokens';
import type { ArticleSummary } from '#core/library';
import { useLibrary } from '../state/library';
import { dayText, filterBy } from '../ui/format';

interface ArticlePickerProps {
  label: string;
  /** An article: those with a title like its title come first. */
  like: string | null;
  /** Articles that are not offered. */
  without: readonly string[];
  onPick: (id: string) => void;
}

const MOST_SHOWN = 60;

/** The list of articles to choose from, in a popover whose trigger stands beside it. */
export function ArticlePicker({ label, like, without, onPick }: ArticlePickerProps) {
  return (
    <Popover.Portal>
      <Popover.Positioner sideOffset={4} align="start" className="positioner">
        <Popover.Popup className="popup cmp-picker" aria-label={label}>
          <PickerList label={label} like={like} without={without} onPick={onPick} />
        </Popover.Popup>
      </Popover.Positioner>
    </Popover.Portal>
  );
}

/** Mounted while the popover is open: what was typed is gone the next time. */
function PickerList({ label, like, without, onPick }: ArticlePickerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const articles = useLibrary((state) => state.articles);
  const { likely, others } = useMemo(
    () => offered(articles, like, without, typed),
    [articles, like, without, typed],
  );
  const group = (heading: string, list: readonly ArticleSummary[]) =>
    list.length > 0 && (
      <Command.Group heading={heading}>
        {list.map((article) => (
          <Command.Item key={article.id} value={article.id} onSelect={() => onPick(article.id)}>
            <span className="c2" lang="vi">
              {article.title}
            </span>
            <span className="xxs t3 num">
              {[article.source, article.publishedOn === null ? null : dayText(article.publishedOn)]
                .filter((fact) => fact !== null)
                .join(', ')}
            </span>
          </Command.Item>
        ))}
      </Command.Group>
    );
  return (
    <Command shouldFilter={false} label={label}>
      <Command.Input value={typed} onValueChange={setTyped} placeholder={t('compare.pickerHint')} />
      <Command.List>
        <Command.Empty>{t('palette.nothing')}</Command.Empty>
        {group(t('compare.likely'), likely)}
        {group(t(likely.length === 0 ? 'palette.articles' : 'compare.others'), others)}
      </Command.List>
    </Command>
  );
}

/** From this share of common syllables on titles are alike. */
const ALIKE = 0.4;

function offered(
  articles: ReadonlyMap<string, ArticleSummary>,
  like: string | null,
  without: readonly string[],
  typed: string,
): { likely: ArticleSummary[]; others: ArticleSummary[] } {
  const model = like === null ? undefined : articles.get(like);
  const fits = filterBy(typed);
  const fitting = [...articles.values()]
    .filter(({ id, removedAt }) => removedAt === null && !without.includes(id))
    .filter(({ title, source }) => fits(`${title} ${source ?? ''}`))
    .map((article) => ({ article, alike: model === undefined ? 0 : alikeness(article.title, model.title) }));
  const isLikely = ({ article, alike }: (typeof fitting)[number]) => alike >= ALIKE && article.id !== like;
  const newest = (a: ArticleSummary, b: ArticleSummary) =>
    (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '') || b.importedAt.localeCompare(a.importedAt);
  return {
    likely: fitting
      .filter(isLikely)
      .sort((a, b) => b.alike - a.alike || newest(a.article, b.article))
      .slice(0, 6)
      .map(({ article }) => article),
    others: fitting
      .filter((each) => !isLikely(each))
      .map(({ article }) => article)
      .sort(newest)
      .slice(0, MOST_SHOWN),
  };
}

/** The share of syllables that two titles have in common, 0 to 1. */
function alikeness(one: string, other: string): number {
  const [a, b] = [one, other].map((title) => new Set(wordsOf(title).map(({ key }) => key)));
  if (a === undefined || b === undefined || a.size + b.size === 0) return 0;
  return (2 * [...a].filter((syllable) => b.has(syllable)).length) / (a.size + b.size);
}
