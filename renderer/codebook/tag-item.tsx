import type { KeyboardEvent } from 'react';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TagCount } from '#core/tag';
import { chooseTag, unfold, useCodebook } from '../state/codebook';
import { useLibrary } from '../state/library';
import { Kbd } from '../ui/controls';
import { NameField } from './name-field';
import type { TagRow } from './tree';
import type { TagDrop } from './use-tag-drop';

interface TagItemProps {
  row: TagRow;
  /** Undefined while the tags are being counted; null when it is not used. */
  count: TagCount | null | undefined;
  tabStop: boolean;
  drop: TagDrop;
  onKeyDown: (event: KeyboardEvent, row: TagRow) => void;
}

/** One row of the tree: colour, name, key, and how much the tag is used. */
export function TagItem({ row, count, tabStop, drop, onKeyDown }: TagItemProps) {
  const { node, level, place, of, open } = row;
  const { name, leaf, tag } = node;
  const readOnly = useLibrary((state) => state.readOnly);
  const isChosen = useCodebook((state) => state.chosen === name);
  const isCut = useCodebook((state) => state.cut === name);
  const editing = useCodebook((state) =>
    state.editing?.is === 'rename' && state.editing.name === name ? state.editing : null,
  );
  if (editing !== null) return <NameField level={level} start={leaf} use={editing.use} />;
  const looks = [
    'tag-item',
    tag === null ? 'group' : '',
    isCut ? 'cut' : '',
    drop.over === name ? (drop.merges ? 'merges' : 'takes') : '',
  ];
  return (
    <div
      role="treeitem"
      className={looks.join(' ')}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={of}
      aria-selected={isChosen}
      {...(open === null ? {} : { 'aria-expanded': open })}
      tabIndex={tabStop ? 0 : -1}
      title={name}
      data-level={level}
      data-tag={name}
      onFocus={() => chooseTag(name)}
      onClick={() => chooseTag(name)}
      onDoubleClick={() => open !== null && unfold(name, !open)}
      onKeyDown={(event) => onKeyDown(event, row)}
      {...(readOnly ? {} : drop.source(name))}
      {...drop.target(name)}
    >
      {/* The keyboard has the arrows for this. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events */}
      <span
        className="fold"
        onClick={(event) => {
          event.stopPropagation();
          if (open !== null) unfold(name, !open);
        }}
      >
        {open !== null && <ChevronRight size={14} strokeWidth={1.75} aria-hidden />}
      </span>
      <span className={`dot ${tag?.colour == null ? '' : `c-${tag.colour}`}`} aria-hidden />
      <span className="clip grow">{leaf}</span>
      {tag?.key != null && <Kbd>{tag.key}</Kbd>}
      <Count count={count} isLeaf={open === null} />
    </div>
  );
}

function Count({ count, isLeaf }: Pick<TagItemProps, 'count'> & { isLeaf: boolean }) {
  const { t } = useTranslation();
  if (count === undefined) return <span className="count waits" aria-hidden />;
  const { own, annotations } = count ?? { own: 0, annotations: 0 };
  return (
    <span className="count" title={isLeaf ? undefined : t('codebook.own', { own, count: annotations })}>
      {!isLeaf && own !== annotations && <span className="own">{own} / </span>}
      {annotations}
    </span>
  );
}
