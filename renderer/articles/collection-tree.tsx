import { useMemo, useRef, type KeyboardEvent } from 'react';
import { Menu } from '@base-ui/react/menu';
import { ArrowUpToLine, ChevronRight, Ellipsis, Folder } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#core/library';
import {
  askRemoveCollection,
  beginCollection,
  beginMove,
  beginRename,
  cancelArticles,
  endEditing,
  focusTable,
  goTo,
  unfoldCollection,
  useArticles,
} from '../state/articles';
import { collectionTree, countsOfCollections, type CollectionNode } from '../state/collections';
import { useLibrary } from '../state/library';
import { filterByCollection } from '../state/shelf-filter';
import { CommandKey, Kbd } from '../ui/controls';
import { collator } from '../ui/format';
import { mainPart } from '../ui/main-part';
import { TreeNameField } from '../ui/tree-name-field';
import { TOP, useCollectionDrop, type CollectionDrop } from './use-collection-drop';

interface CollectionTreeProps {
  articles: ReadonlyMap<string, ArticleSummary>;
  rows: readonly ArticleSummary[];
}

/** The nodes that are in sight, from top to bottom. */
const inSight = (nodes: readonly CollectionNode[], open: ReadonlySet<string>): CollectionNode[] =>
  nodes.flatMap((node) => [node, ...(open.has(node.collection.id) ? inSight(node.children, open) : [])]);

/** The collections. What is chosen is what the table shows; articles and collections are dropped on them. */
export function CollectionTree({ articles, rows }: CollectionTreeProps) {
  const { t } = useTranslation();
  const collections = useLibrary((state) => state.collections);
  const open = useArticles((state) => state.open);
  const place = useArticles((state) => state.place);
  const newUnder = useArticles(({ editing }) => (editing?.is === 'new' ? editing.under : undefined));
  const tree = useMemo(() => collectionTree(collections, (a, b) => collator.compare(a, b)), [collections]);
  const counts = useMemo(() => countsOfCollections(collections, articles.values()), [collections, articles]);
  const drop = useCollectionDrop(rows);
  const nodes = inSight(tree, open);
  const shown = place.is === 'collection' ? place.id : null;
  const stop = nodes.find(({ collection }) => collection.id === shown) ?? nodes[0];
  const list = useRef<HTMLDivElement>(null);
  const keys = useTreeKeys(nodes, list, counts);
  if (collections.length === 0 && newUnder === undefined)
    return <p className="xs t2 places-none">{t('articles.noCollections')}</p>;
  return (
    <div ref={list} {...drop.target(null)}>
      <div role="tree" aria-label={t('articles.collections')}>
        {newUnder === null && <NewName level={1} />}
        {nodes.map((node) => (
          <Item
            key={node.collection.id}
            {...{ node, drop }}
            count={counts.get(node.collection.id) ?? 0}
            isShown={node.collection.id === shown}
            isOpen={open.has(node.collection.id)}
            isStop={node === stop}
            makesChild={newUnder === node.collection.id}
            onKeyDown={(event) => keys(event, node)}
          />
        ))}
      </div>
      {drop.isDeep && (
        <p className={`tree-top xs ${drop.over === TOP ? 'takes' : ''}`}>
          <ArrowUpToLine size={14} strokeWidth={1.75} aria-hidden /> {t('articles.dropTop')}
        </p>
      )}
    </div>
  );
}

function NewName({ level }: { level: number }) {
  const { t } = useTranslation();
  return (
    <TreeNameField
      className="place-item"
      level={level}
      start=""
      label={t('articles.newName')}
      onEnd={(how, typed) => (how === 'cancel' ? void cancelArticles() : void endEditing(typed))}
    />
  );
}

interface ItemProps {
  node: CollectionNode;
  count: number;
  isShown: boolean;
  isOpen: boolean;
  isStop: boolean;
  makesChild: boolean;
  drop: CollectionDrop;
  onKeyDown: (event: KeyboardEvent) => void;
}

function Item({ node, count, isShown, isOpen, isStop, makesChild, drop, onKeyDown }: ItemProps) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const { collection, level, children } = node;
  const { id, name } = collection;
  const isRenamed = useArticles(({ editing }) => editing?.is === 'rename' && editing.id === id);
  if (isRenamed) {
    return (
      <TreeNameField
        className="place-item"
        {...{ level }}
        start={name}
        label={t('articles.nameOf')}
        onEnd={(how, typed) => (how === 'cancel' ? void cancelArticles() : void endEditing(typed))}
      />
    );
  }
  return (
    <>
      <div
        role="treeitem"
        className={`place-item ${drop.over === id ? 'takes' : ''}`}
        aria-level={level}
        aria-selected={isShown}
        {...(children.length === 0 ? {} : { 'aria-expanded': isOpen })}
        tabIndex={isStop ? 0 : -1}
        title={name}
        data-collection={id}
        style={{ paddingLeft: 2 + (Math.min(level, 8) - 1) * 14 }}
        onFocus={(event) => event.target === event.currentTarget && goTo({ is: 'collection', id })}
        onClick={() => goTo({ is: 'collection', id })}
        onDoubleClick={() => !readOnly && beginRename()}
        onKeyDown={onKeyDown}
        {...(readOnly ? {} : drop.source(collection))}
        {...drop.target(id)}
      >
        {/* The keyboard has the arrows for this. */}
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events */}
        <span
          className="fold"
          onClick={(event) => {
            event.stopPropagation();
            unfoldCollection(id, !isOpen);
          }}
        >
          {children.length > 0 && <ChevronRight size={14} strokeWidth={1.75} aria-hidden />}
        </span>
        <Folder size={15} strokeWidth={1.75} aria-hidden />
        <span className="clip grow">{name}</span>
        <span className="count">{count.toLocaleString('vi-VN')}</span>
        {!readOnly && <ItemMenu id={id} name={name} count={count} />}
      </div>
      {makesChild && <NewName level={level + 1} />}
    </>
  );
}

function ItemMenu({ id, name, count }: { id: string; name: string; count: number }) {
  const { t } = useTranslation();
  return (
    <Menu.Root onOpenChange={(isOpen) => isOpen && goTo({ is: 'collection', id })}>
      <Menu.Trigger
        className="icon-button small place-more"
        aria-label={t('articles.more', { name })}
        tabIndex={-1}
        onClick={(event) => event.stopPropagation()}
      >
        <Ellipsis size={14} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal container={mainPart}>
        <Menu.Positioner sideOffset={4} align="end" className="positioner">
          {/* The keyboard goes on to the field or the question. */}
          <Menu.Popup className="popup" finalFocus={false}>
            <Menu.Item className="menu-item" onClick={() => filterByCollection(id)}>
              {t('articles.do.read')} <CommandKey command="readCollection" />
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => beginCollection(id)}>
              {t('articles.do.newUnder')} <CommandKey command="newCollectionUnder" />
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={beginRename}>
              {t('articles.do.rename')} <CommandKey command="renameCollection" />
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={beginMove}>
              {t('articles.do.move')} <CommandKey command="moveCollection" />
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => askRemoveCollection(count)}>
              {t('articles.do.remove')} <Kbd>Del</Kbd>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** Arrows walk, open and close; Enter goes to the table, Delete asks whether the collection shall go. */
function useTreeKeys(
  nodes: readonly CollectionNode[],
  list: { readonly current: HTMLElement | null },
  counts: ReadonlyMap<string, number>,
): (event: KeyboardEvent, node: CollectionNode) => void {
  const readOnly = useLibrary((state) => state.readOnly);
  const focus = (node: CollectionNode | undefined) => {
    if (node === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-collection="${node.collection.id}"]`)?.focus();
  };
  return (event, node) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const { id, parent } = node.collection;
    const at = nodes.indexOf(node);
    const isOpen = nodes[at + 1]?.collection.parent === id;
    if (event.key === 'ArrowDown') focus(nodes[at + 1]);
    else if (event.key === 'ArrowUp') focus(nodes[at - 1]);
    else if (event.key === 'Home') focus(nodes[0]);
    else if (event.key === 'End') focus(nodes.at(-1));
    else if (event.key === 'ArrowRight') {
      if (isOpen) focus(nodes[at + 1]);
      else unfoldCollection(id, true);
    } else if (event.key === 'ArrowLeft') {
      if (isOpen) unfoldCollection(id, false);
      else focus(nodes.find(({ collection }) => collection.id === parent));
    } else if (event.key === 'Enter') focusTable();
    else if (event.key === 'Delete' && !readOnly) askRemoveCollection(counts.get(id) ?? 0);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
