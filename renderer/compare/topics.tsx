import { useState, type KeyboardEvent } from 'react';
import { Popover } from '@base-ui/react/popover';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Article } from '#core/article';
import { MAX_PANES } from '#core/library';
import { addArticle, dropArticle, readPlace, useComparing } from '../state/comparing';
import { useTopics } from '../state/comparison';
import { attempt } from '../state/status';
import { Button, IconButton } from '../ui/controls';
import { dayText } from '../ui/format';
import { ArticlePicker } from './article-picker';
import { Loading } from './loading';

/** Two to four articles from the oldest to the newest: what each says about the same matter. */
export function TopicsTable() {
  const { t } = useTranslation();
  const all = useComparing((state) => state.ids);
  const ids = all.flatMap((id) => id ?? []);
  const topics = useTopics(ids);
  if (topics === null) return <Loading />;
  const { articles, rows } = topics;
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows move from cell to cell
    <div className="cmp-scroll cmp-topics" onKeyDown={stepCells}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('compare.topic')}</th>
            {articles.map((article) => (
              <th key={article.id} scope="col">
                <TopicHead article={article} mayLeave={articles.length > 2} />
              </th>
            ))}
            {ids.length < MAX_PANES && (
              <td className="cmp-add">
                <AddArticle ids={ids} />
              </td>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }, i) => (
            <tr key={i}>
              <th scope="row" lang="vi">
                <span className="c3">{label}</span>
              </th>
              {articles.map((article, column) => (
                <td key={article.id}>
                  <Passages article={article} blocks={cells[column] ?? []} />
                </td>
              ))}
              {ids.length < MAX_PANES && <td className="cmp-add" />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TopicHead({ article, mayLeave }: { article: Article; mayLeave: boolean }) {
  const { t } = useTranslation();
  const facts = [article.publishedOn === null ? null : dayText(article.publishedOn), article.source];
  return (
    <div className="cmp-topic-head">
      <span className="row xs t2">
        <span className="num clip">{facts.filter((fact) => fact !== null).join(' · ')}</span>
        {article.dateConfidence === 'inferred-year' && (
          <span className="inferred">{t('notes.inferred')}</span>
        )}
      </span>
      <span className="cmp-title c2" lang="vi" title={article.title}>
        {article.title}
      </span>
      {mayLeave && (
        <IconButton
          small
          label={t('compare.leaveOut', { title: article.title })}
          onClick={() => dropArticle(article.id)}
        >
          <X size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

/** The paragraphs of one article about a matter; each opens in the reader. */
function Passages({ article, blocks }: { article: Article; blocks: readonly number[] }) {
  const { t } = useTranslation();
  if (blocks.length === 0) return <span className="cmp-nothing">{t('compare.silent')}</span>;
  return blocks.map((block) => (
    <button
      key={block}
      type="button"
      className="cmp-passage"
      title={t('compare.read', { number: block + 1 })}
      onClick={() => void attempt(() => readPlace(article, block))}
    >
      <span className="number num">{block + 1}</span>
      <span lang="vi">{article.blocks[block]?.text}</span>
    </button>
  ));
}

function AddArticle({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger render={<Button look="line" />}>
        <Plus size={14} strokeWidth={1.75} aria-hidden /> {t('compare.add')}
      </Popover.Trigger>
      <ArticlePicker
        label={t('compare.add')}
        like={ids[0] ?? null}
        without={ids}
        onPick={(id) => {
          setOpen(false);
          addArticle(id);
        }}
      />
    </Popover.Root>
  );
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Arrows go from a passage to the nearest one in their direction. */
function stepCells(event: KeyboardEvent<HTMLElement>): void {
  const [down, right] = STEPS[event.key] ?? [0, 0];
  const cell = (event.target as Element).closest('td');
  const row = cell?.parentElement;
  if ((down === 0 && right === 0) || cell === null || !(row instanceof HTMLTableRowElement)) return;
  const table = row.closest('table');
  let [r, c] = [row.rowIndex + down, cell.cellIndex + right];
  for (;;) {
    const next = table?.rows[r]?.cells[c];
    if (next === undefined) return;
    const passage = next.querySelector<HTMLElement>('.cmp-passage');
    if (passage !== null) {
      event.preventDefault();
      passage.focus();
      return;
    }
    [r, c] = [r + down, c + right];
  }
}
