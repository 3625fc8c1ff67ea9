import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { ArrowUpToLine, Plus, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TagCount } from '#core/tag';
import { askMove, askRename, beginNew, useCodebook } from '../state/codebook';
import { useLibrary } from '../state/library';
import { IconButton } from '../ui/controls';
import { isComposing } from '../ui/fields';
import { filterBy } from '../ui/format';
import { NameField } from './name-field';
import { TagItem } from './tag-item';
import { fitting, rowsOf, type TagNode, type TagRow } from './tree';
import { useTagDrop, type TagDrop } from './use-tag-drop';
import { useTreeKeys } from './use-tree-keys';

interface TagTreeProps {
  nodes: readonly TagNode[];
  counts: ReadonlyMap<string, TagCount> | null;
}

/** The codebook as a tree. What is focused is chosen. */
export function TagTree({ nodes, counts }: TagTreeProps) {
  const { t } = useTranslation();
  const total = useLibrary((state) => state.tags.length);
  const readOnly = useLibrary((state) => state.readOnly);
  const [typed, setTyped] = useState('');
  return (
    <aside className="tag-tree col" aria-label={t('codebook.title')}>
      <div className="bar">
        <h1>{t('codebook.title')}</h1>
        <span className="cnt xs">{total.toLocaleString('vi-VN')}</span>
        <span className="end" />
        {!readOnly && (
          <IconButton label={t('codebook.add')} command="newTag" onClick={() => beginNew(null)}>
            <Plus size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        )}
      </div>
      <SearchField typed={typed} onType={setTyped} />
      <Rows nodes={nodes} counts={counts} typed={typed} />
    </aside>
  );
}

function SearchField({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const { t } = useTranslation();
  const searched = useCodebook((state) => state.searched);
  const input = useRef<HTMLInputElement>(null);
  const seen = useRef(searched);
  useEffect(() => {
    if (searched !== seen.current) input.current?.focus();
    seen.current = searched;
  }, [searched]);
  return (
    <div className="tag-search">
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <input
        ref={input}
        className="input"
        type="search"
        value={typed}
        placeholder={t('codebook.search')}
        aria-label={t('codebook.search')}
        spellCheck={false}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          const tree = event.currentTarget.closest('.tag-tree');
          if (event.key === 'Escape') onType('');
          else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            tree?.querySelector<HTMLElement>('[role="treeitem"]')?.focus();
          } else return;
          event.preventDefault();
        }}
      />
    </div>
  );
}

function Rows({ nodes, counts, typed }: TagTreeProps & { typed: string }) {
  const { t } = useTranslation();
  const open = useCodebook((state) => state.open);
  const chosen = useCodebook((state) => state.chosen);
  const makesRoot = useCodebook((state) => state.editing?.is === 'new' && state.editing.under === null);
  const rows = useMemo(() => {
    const searching = typed.trim() !== '';
    const shown = searching ? fitting(nodes, filterBy(typed)) : nodes;
    return rowsOf(shown, (key) => searching || open.has(key));
  }, [nodes, open, typed]);
  const scroller = useRef<HTMLDivElement>(null);
  useFocusedRow(scroller, chosen);
  const onKeyDown = useTreeKeys(rows);
  const drop = useTagDrop(
    (name, under, merging) =>
      void (merging && under !== null ? askRename(name, under, true) : askMove(name, under)),
  );
  const tabStop = rows.find(({ node }) => node.name === chosen) ?? rows[0];
  return (
    <div ref={scroller} className="tag-scroll" {...drop.target(null)}>
      {(rows.length > 0 || makesRoot) && (
        <div role="tree" aria-label={t('codebook.tree')}>
          {makesRoot && <NameField level={1} start="" />}
          {rows.map((row) => (
            <RowAndField
              key={row.node.key}
              row={row}
              count={counts === null ? undefined : (counts.get(row.node.key) ?? null)}
              tabStop={row === tabStop}
              drop={drop}
              onKeyDown={onKeyDown}
            />
          ))}
        </div>
      )}
      {rows.length === 0 && typed.trim() !== '' && (
        <p className="tag-none t2 xs" role="status">
          {t('codebook.nothingFits')}
        </p>
      )}
      <TopZone drop={drop} />
    </div>
  );
}

/** A row, and the field for a new tag under it. */
function RowAndField(props: Parameters<typeof TagItem>[0] & { row: TagRow }) {
  const { name } = props.row.node;
  const makesChild = useCodebook((state) => state.editing?.is === 'new' && state.editing.under === name);
  return (
    <>
      <TagItem {...props} />
      {makesChild && <NameField level={props.row.level + 1} start="" />}
    </>
  );
}

/** Where a tag is dropped to lie under none; it is there while one is dragged that does. */
function TopZone({ drop }: { drop: TagDrop }) {
  const { t } = useTranslation();
  if (drop.dragged?.includes('/') !== true) return null;
  return (
    <p className={`tag-top xs ${drop.over === '' ? 'takes' : ''}`}>
      <ArrowUpToLine size={14} strokeWidth={1.75} aria-hidden /> {t('codebook.dropTop')}
    </p>
  );
}

/** The keyboard stays on the chosen row as the choice moves, and comes back to it when it is sent there. */
function useFocusedRow(scroller: RefObject<HTMLDivElement | null>, chosen: string | null): void {
  const focused = useCodebook((state) => state.focused);
  const seen = useRef({ focused, chosen, inside: false });
  useEffect(() => {
    const { current: before } = seen;
    const isInside = () => scroller.current?.contains(document.activeElement) === true;
    // A row that goes takes the focus with it.
    const isLost = before.inside && document.activeElement === document.body;
    const isSent = before.focused !== focused;
    if (isSent || (before.chosen !== chosen && (isInside() || isLost))) {
      const row = scroller.current?.querySelector<HTMLElement>('[aria-selected="true"], [tabindex="0"]');
      row?.focus();
      row?.scrollIntoView({ block: 'nearest' });
    }
    seen.current = { focused, chosen, inside: isInside() };
  });
}
