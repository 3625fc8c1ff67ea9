import { useEffect, useRef } from 'react';
import { ArrowUpRight, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import type { DirectiveEntry } from '#core/directive';
import { chooseDocumentOf, setDocument, useDocumentChoice } from '../state/directive-marks';
import { useDocumentName } from '../state/documents';
import { useLibrary } from '../state/library';
import { showDirective } from '../state/register-choice';
import { attempt } from '../state/status';
import { CommandKey, IconButton } from '../ui/controls';
import { isDirectiveId } from '../ui/directive-name';
import { DocumentPicker } from '../ui/document-picker';
import './document-field.css';

interface DocumentFieldProps {
  annotation: Annotation;
  /** Its card is open. */
  chosen: boolean;
  readOnly: boolean;
}

/** Whether the mark cites a document, or might. */
export const citesDocument = ({ kind, directive }: Annotation): boolean =>
  kind === 'directive' || directive !== undefined;

/** The document that a mark cites. In the open card it leads to the register and can be chosen, or taken away. */
export function DocumentField({ annotation, chosen, readOnly }: DocumentFieldProps) {
  const { t } = useTranslation();
  const words = annotation.target.quote.exact;
  const name = useDocumentName(annotation.directive, words);
  if (!chosen) {
    if (name === words) return null;
    return <p className={`cited ${name === null ? 'unknown' : ''}`}>{name ?? t('documents.none')}</p>;
  }
  return (
    <div className="document-field">
      <span className="t3" aria-hidden={!readOnly}>
        {t('documents.field')}
      </span>
      {readOnly ? (
        <span className={`name ${name === null ? 'unknown' : ''}`}>{name ?? t('documents.none')}</span>
      ) : (
        <Chooser annotation={annotation} name={name} />
      )}
      {annotation.directive !== undefined && name !== null && (
        <Actions annotation={annotation} id={annotation.directive} name={name} readOnly={readOnly} />
      )}
    </div>
  );
}

/** Says which document it is; pressed, it becomes the field in which another one is found. */
function Chooser({ annotation, name }: { annotation: Annotation; name: string | null }) {
  const { t } = useTranslation();
  const open = useDocumentChoice(({ annotationId }) => annotationId === annotation.id);
  const article = useLibrary(({ views }) => views.get(annotation.articleId)?.article);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus({ preventScroll: true });
    wasOpen.current = open;
  }, [open]);
  const close = () => chooseDocumentOf(null);
  const take = (document: DirectiveEntry) => {
    close();
    void attempt(() => setDocument(annotation, document));
  };
  if (!open || article === undefined) {
    return (
      <button
        ref={button}
        type="button"
        className={`name ${name === null ? 'unknown' : ''}`}
        title={t('documents.choose')}
        onClick={() => chooseDocumentOf(annotation.id)}
      >
        <span className="sr-only">{t('documents.field')}</span> {name ?? t('documents.none')}{' '}
        <CommandKey command="chooseDocument" />
      </button>
    );
  }
  return (
    <DocumentPicker
      autoFocus
      label={t('documents.choose')}
      placeholder={t('documents.hint')}
      passage={{ article, span: annotation.anchor === 'orphan' ? null : annotation.target }}
      now={annotation.directive}
      onPick={take}
      onCancel={close}
    />
  );
}

interface ActionsProps {
  annotation: Annotation;
  id: string;
  name: string;
  readOnly: boolean;
}

function Actions({ annotation, id, name, readOnly }: ActionsProps) {
  const { t } = useTranslation();
  return (
    <span className="acts">
      {isDirectiveId(id) && (
        <IconButton small label={t('suggest.openRegister')} onClick={() => showDirective(id)}>
          <ArrowUpRight size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
      {!readOnly && (
        <IconButton
          small
          label={t('documents.clear', { name })}
          onClick={() => void attempt(() => setDocument(annotation, null))}
        >
          <X size={13} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
    </span>
  );
}
