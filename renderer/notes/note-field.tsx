import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import { rememberNote, saveDraft } from '../state/changes';
import { registerDraft } from '../state/drafts';
import { attempt } from '../state/status';

const SAVE_AFTER = 400;

/**
 * The field that a note is written in. What is typed is saved after a short pause, when the field is left and
 * before the window closes; all of it is one undo step. While the field has the focus, nothing is written into it
 * from outside.
 */
export function NoteField({ annotation, autoFocus }: { annotation: Annotation; autoFocus: boolean }) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  useDraft(annotation, field);
  useEffect(() => {
    if (!autoFocus) return;
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [autoFocus]);
  return (
    <textarea
      ref={field}
      className="textarea"
      aria-label={t('notes.write')}
      placeholder={t('notes.write')}
      defaultValue={annotation.note}
      rows={3}
      spellCheck={false}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
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

function useDraft(annotation: Annotation, field: React.RefObject<HTMLTextAreaElement | null>): void {
  const latest = useRef(annotation);
  useEffect(() => {
    latest.current = annotation;
    const element = field.current;
    if (element !== null && element !== document.activeElement) element.value = annotation.note;
  }, [annotation, field]);

  useEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    let before = latest.current;
    let stored = before.note;
    let timer = 0;
    let saving: Promise<unknown> = Promise.resolve();
    const save = (): Promise<void> => {
      clearTimeout(timer);
      const note = element.value;
      saving = saving.then(async () => {
        if (note === stored) return;
        if (await attempt(() => saveDraft(before, note))) stored = note;
      });
      return saving.then(() => undefined);
    };
    const begin = () => {
      before = latest.current;
      stored = before.note;
    };
    const typed = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void save(), SAVE_AFTER);
    };
    const left = () => {
      void save().then(() => {
        if (stored !== before.note) rememberNote(before, stored);
        before = { ...before, note: stored };
      });
    };
    element.addEventListener('focus', begin);
    element.addEventListener('input', typed);
    element.addEventListener('blur', left);
    const forget = registerDraft(save);
    return () => {
      if (element === document.activeElement || element.value !== stored) left();
      forget();
      element.removeEventListener('focus', begin);
      element.removeEventListener('input', typed);
      element.removeEventListener('blur', left);
    };
  }, [field]);
}
