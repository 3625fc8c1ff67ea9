import { useTranslation } from 'react-i18next';
import { KINDS, type AnnotationKind } from '#core/annotation';
import { IconButton } from '../ui/controls';
import { KindGlyph } from '../ui/kinds';

interface KindButtonsProps {
  isOf: (kind: AnnotationKind) => boolean;
  onChoose: (kind: AnnotationKind) => void;
}

/** What a note is, or several notes are. */
export function KindButtons({ isOf, onChoose }: KindButtonsProps) {
  const { t } = useTranslation();
  return (
    <div className="kinds" role="group" aria-label={t('notes.kind')}>
      {KINDS.map((kind) => (
        <IconButton
          key={kind}
          className={`k-${kind}`}
          label={t(`kind.${kind}`)}
          command={kind}
          aria-pressed={isOf(kind)}
          onClick={() => onChoose(kind)}
        >
          <KindGlyph kind={kind} size={15} />
        </IconButton>
      ))}
    </div>
  );
}
