import { useEffect, useMemo } from 'react';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TagCount } from '#core/tag';
import { beginNew, unfoldAtFirst, useCodebook } from '../state/codebook';
import { useLibrary } from '../state/library';
import { setView } from '../state/view';
import { Button, CommandKey } from '../ui/controls';
import { Passages } from './passages';
import { TagDetails } from './tag-details';
import { TagTree } from './tag-tree';
import { nodesOf, treeOf, type TagNode } from './tree';
import { useCounts, usePassages } from './use-answer';
import './codebook.css';

/** Levels of a codebook of up to so many tags are all open at first. */
const FEW = 60;

/** The codebook: its tags as a tree, what is known of the chosen one, and the passages that have it. */
export function CodebookView() {
  const tags = useLibrary((state) => state.tags);
  const chosen = useCodebook((state) => state.chosen);
  const isMaking = useCodebook((state) => state.editing !== null);
  const counts = useCounts();
  const nodes = useMemo(() => treeOf(tags), [tags]);
  const all = useMemo(() => nodesOf(nodes), [nodes]);
  useEffect(() => {
    unfoldAtFirst((all.length <= FEW ? all : nodes).map(({ key }) => key));
  }, [all, nodes]);
  const node = all.find(({ name }) => name === chosen);
  if (tags.length === 0 && !isMaking) return <NoTags />;
  return (
    <div className="codebook">
      <TagTree nodes={nodes} counts={counts} />
      {node === undefined ? (
        <NothingChosen />
      ) : (
        <Chosen node={node} count={counts === null ? undefined : (counts.get(node.key) ?? null)} />
      )}
    </div>
  );
}

function Chosen({ node, count }: { node: TagNode; count: TagCount | null | undefined }) {
  const within = useCodebook((state) => state.within);
  const passages = usePassages(node.name, within);
  return (
    <>
      <TagDetails node={node} count={count} passages={passages} />
      <Passages key={node.key} name={node.name} hasUnder={node.children.length > 0} passages={passages} />
    </>
  );
}

function NothingChosen() {
  const { t } = useTranslation();
  return (
    <div className="empty wide">
      <p>{t('codebook.choose')}</p>
    </div>
  );
}

function NoTags() {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  return (
    <div className="empty">
      <h2>{t('codebook.empty.title')}</h2>
      <p>{t('codebook.empty.lead')}</p>
      <div className="row">
        {!readOnly && (
          <Button look="primary" large onClick={() => beginNew(null)}>
            <Plus size={15} strokeWidth={1.75} aria-hidden /> {t('codebook.add')}
            <CommandKey command="newTag" />
          </Button>
        )}
        <Button look="line" large onClick={() => setView({ view: 'library' })}>
          {t('codebook.empty.read')}
        </Button>
      </div>
    </div>
  );
}
