import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import { rememberNote, saveDraft } from '../state/changes';
import { forgetRefused, keepRefused, refusedDraft, registerDraft } from '../state/drafts';
import { attempt } from '../state/status';
import { isComposing } from '../ui/fields';

const SAVE_AFTER = 400;

/**
 * The field that a note is written in. What is typed is saved after a short pause, when the field is left and
 * before the window closes; all of it is one undo step. While the field has the focus, nothing is written into it
 * from outside.
 */
export function NoteField({ annotation, autoFocus }: { annotation: Annotation; autoFocus: boolean }) {
  const { t } = useTranslation();
  const field = useDraft(annotation);
  useEffect(() => {
    if (!autoFocus) return;
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [autoFocus, field]);
  return (
    <textarea
      ref={field}
      className="textarea"
      aria-label={t('notes.write')}
      placeholder={t('notes.write')}
      defaultValue={refusedDraft(annotation.id) ?? annotation.note}
      rows={3}
      spellCheck={false}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
          event.preventDefault();
          event.stopPropagation();
          field.current?.blur();
          field.current?.closest<HTMLElement>('.note')?.focus();
        }
      }}
    />
  );
}

/** A field whose text saves itself into the annotation's note. */
function useDraft(annotation: Annotation): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null);
  /** The annotation as it was when the writing began, and the note that the library has now. */
  const draft = useRef({ before: annotation, stored: annotation.note });
  useEffect(() => {
    const element = field.current;
    if (element === null || element === document.activeElement) return;
    if (element.value !== draft.current.stored) return;
    element.value = annotation.note;
    draft.current = { before: annotation, stored: annotation.note };
  }, [annotation]);

  useEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    let timer = 0;
    // The call is made before the first wait: a closing window sends it in time. Main keeps the order.
    const save = async (): Promise<void> => {
      clearTimeout(timer);
      const { before, stored } = draft.current;
      const note = element.value;
      if (note === stored) return;
      draft.current.stored = note;
      const good = await attempt(() => saveDraft(before, note));
      if (good) forgetRefused(before.id);
      else {
        keepRefused(before.id, note);
        if (draft.current.stored === note) draft.current.stored = stored;
      }
    };
    let noted: { before: Annotation; note: string } | null = null;
    const typed = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void save(), SAVE_AFTER);
    };
    const left = () => {
      const { before } = draft.current;
      void save().then(() => {
        const { stored } = draft.current;
        if (stored === before.note || (noted?.before === before && noted.note === stored)) return;
        noted = { before, note: stored };
        rememberNote(before, stored);
        draft.current.before = { ...before, note: stored };
      });
    };
    element.addEventListener('input', typed);
    element.addEventListener('blur', left);
    const forget = registerDraft(save);
    return () => {
      left();
      forget();
      element.removeEventListener('input', typed);
      element.removeEventListener('blur', left);
    };
  }, []);
  return field;
}
