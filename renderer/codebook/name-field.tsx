import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#core/contract';
import { cancelCodebook, endEditing } from '../state/codebook';
import { TreeNameField } from '../ui/tree-name-field';

interface NameFieldProps {
  /** Of the row that the field stands in, from 1. */
  level: number;
  /** The name as it is; empty for a new tag. */
  start: string;
  /** What a new name touches, as soon as it is known. */
  use?: CallOutput<'tags.use'> | null;
}

/** A row of the tree in which a tag's name is typed. */
export function NameField({ level, start, use = null }: NameFieldProps) {
  const { t } = useTranslation();
  return (
    <TreeNameField
      className="tag-item"
      level={level}
      start={start}
      label={t(start === '' ? 'codebook.newName' : 'codebook.nameOf')}
      onEnd={(how, typed) => {
        if (how === 'cancel') cancelCodebook();
        else void endEditing(typed, how === 'take');
      }}
    >
      {use !== null && (
        <p className="xxs t2" role="status">
          {t('codebook.touches.notes', { count: use.annotations, articles: use.articles })}
          {use.tags > 1 && ` · ${t('codebook.touches.below', { count: use.tags - 1 })}`}
        </p>
      )}
    </TreeNameField>
  );
}
