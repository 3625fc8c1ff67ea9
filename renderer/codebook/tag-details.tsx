import { useMemo } from 'react';
import { FolderInput, Merge, PaintBucket, PenLine, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { COLOURS } from '#core/annotation';
import { foldedTag, parentOf, type TagCount } from '#core/tag';
import { askRemove, beginNew, beginPick, beginRename } from '../state/codebook';
import { useLibrary } from '../state/library';
import { attempt } from '../state/status';
import { colourAll, setTagColour, setTagKey } from '../state/tag-changes';
import { Button, CommandKey, IconButton } from '../ui/controls';
import { AskStrip } from './ask-strip';
import { DefinitionField } from './definition-field';
import type { TagNode } from './tree';
import type { Passage } from './use-answer';
import './tag-details.css';

interface TagDetailsProps {
  node: TagNode;
  /** Undefined while the tags are being counted; null when it is not used. */
  count: TagCount | null | undefined;
  /** Those of the tag, as far as they are known. */
  passages: readonly Passage[] | null;
}

/** What is known of a tag, and what can be done with it. */
export function TagDetails({ node, count, passages }: TagDetailsProps) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const above = parentOf(node.name);
  return (
    <section className="tag-details" aria-label={node.name}>
      <AskStrip />
      <header>
        {above !== null && <p className="above xs t3">{above.replaceAll('/', ' / ')}</p>}
        <h2>{node.leaf}</h2>
        <p className="xs t2">
          {count === undefined
            ? '…'
            : count === null
              ? t('codebook.unused')
              : t('codebook.used', { count: count.annotations, articles: count.articles })}
        </p>
        {node.tag === null && <p className="xs t3">{t('codebook.group')}</p>}
      </header>
      {!readOnly && <Actions name={node.name} />}
      <div className="form">
        <label>
          {t('codebook.definition')}
          <DefinitionField
            key={node.key}
            name={node.name}
            definition={node.tag?.definition ?? ''}
            readOnly={readOnly}
          />
        </label>
        <Colours node={node} readOnly={readOnly} passages={passages} />
        <KeyChoice node={node} readOnly={readOnly} />
      </div>
    </section>
  );
}

function Actions({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <div className="tag-actions" role="group" aria-label={t('codebook.actions.title')}>
      <Button look="line" onClick={() => void beginRename()}>
        <PenLine size={14} strokeWidth={1.75} aria-hidden /> {t('codebook.actions.rename')}
        <CommandKey command="renameTag" />
      </Button>
      <IconButton label={t('codebook.addUnder')} command="newTagUnder" onClick={() => beginNew(name)}>
        <Plus size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton label={t('codebook.actions.move')} command="moveTag" onClick={() => beginPick('move')}>
        <FolderInput size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton label={t('codebook.actions.merge')} command="mergeTag" onClick={() => beginPick('merge')}>
        <Merge size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton
        className="danger"
        label={t('codebook.actions.remove')}
        command="removeTag"
        onClick={() => void askRemove()}
      >
        <Trash2 size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </div>
  );
}

interface ChoiceProps {
  node: TagNode;
  readOnly: boolean;
}

/** The colour that new marks with the tag get, and those that are there when asked to. */
function Colours({ node, readOnly, passages }: ChoiceProps & Pick<TagDetailsProps, 'passages'>) {
  const { t } = useTranslation();
  const colour = node.tag?.colour ?? null;
  const others = useMemo(
    () =>
      (passages ?? [])
        .map(({ annotation }) => annotation)
        .filter(
          (annotation) =>
            annotation.colour !== colour && annotation.tags.some((tag) => foldedTag(tag) === node.key),
        ),
    [passages, colour, node.key],
  );
  return (
    <div className="field">
      <span id="tag-colour">{t('codebook.colour')}</span>
      <div className="tag-colours" role="group" aria-labelledby="tag-colour">
        <button
          type="button"
          className="chip"
          aria-pressed={colour === null}
          disabled={readOnly}
          onClick={() => void attempt(() => setTagColour(node.name, null))}
        >
          {t('codebook.colourOfKind')}
        </button>
        {COLOURS.map((each) => (
          <button
            key={each}
            type="button"
            className={`c-${each}`}
            aria-pressed={colour === each}
            aria-label={t(`colour.${each}`)}
            title={t(`colour.${each}`)}
            disabled={readOnly}
            onClick={() => void attempt(() => setTagColour(node.name, each))}
          >
            <span className="swatch" />
          </button>
        ))}
      </div>
      {colour !== null && others.length > 0 && !readOnly && (
        <Button look="line" onClick={() => void attempt(() => colourAll(others, colour, node.name))}>
          <PaintBucket size={14} strokeWidth={1.75} aria-hidden />
          {t('codebook.colourAll', { count: others.length })}
        </Button>
      )}
    </div>
  );
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The digit that gives the tag to a selection; those that other tags have say whose they are. */
function KeyChoice({ node, readOnly }: ChoiceProps) {
  const { t } = useTranslation();
  const tags = useLibrary((state) => state.tags);
  const key = node.tag?.key ?? null;
  const ownerOf = (digit: number) =>
    tags.find((tag) => tag.key === digit && foldedTag(tag.name) !== node.key)?.name;
  return (
    <label>
      {t('codebook.key')}
      <select
        className="input"
        value={key ?? ''}
        disabled={readOnly}
        onChange={({ target: { value } }) =>
          void attempt(() => setTagKey(node.name, value === '' ? null : Number(value)))
        }
      >
        <option value="">{t('settings.noKey')}</option>
        {DIGITS.map((digit) => {
          const owner = ownerOf(digit);
          return (
            <option key={digit} value={digit}>
              {owner === undefined ? digit : t('codebook.keyOf', { key: digit, tag: owner })}
            </option>
          );
        })}
      </select>
      <span className="xxs t3">{t('codebook.keyTaken')}</span>
    </label>
  );
}
