import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { Bold, Italic, Link, List, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import { rememberNote, saveDraft } from '../state/changes';
import { forgetRefused, keepRefused, refusedDraft, registerDraft } from '../state/drafts';
import { useLibrary } from '../state/library';
import { registerNoteWriting, type NoteFormat } from '../state/note-writing';
import { attempt } from '../state/status';
import { capOf } from '../keymap';
import { IconButton } from '../ui/controls';
import { isComposing } from '../ui/fields';
import { NoteText } from '../ui/markdown/note-text';
import { formatField } from './note-format';

const SAVE_AFTER = 400;

const FORMATS: readonly (readonly [NoteFormat, LucideIcon])[] = [
  ['bold', Bold],
  ['italic', Italic],
  ['bulletList', List],
  ['noteLink', Link],
];

/**
 * The field that a note is written in, and what its Markdown looks like. What is typed is saved after a short pause, when
 * the field is left and before the window closes; all of it is one undo step. While the field has the focus, nothing is
 * written into it from outside.
 */
export function NoteField({ annotation, autoFocus }: { annotation: Annotation; autoFocus: boolean }) {
  const { t } = useTranslation();
  const field = useDraft(annotation);
  /** The words shown in the field's place, and the note that the library had when they were typed. */
  const [preview, setPreview] = useState<{ text: string; of: string } | null>(null);
  const { note } = annotation;
  if (preview !== null && preview.of !== note) setPreview({ text: note, of: note });
  const shows = preview?.text ?? null;
  useEffect(() => {
    if (!autoFocus) return;
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [autoFocus, field]);
  const togglePreview = useCallback(() => {
    const text = field.current?.value ?? '';
    const wasShown = field.current?.hidden === true;
    if (document.activeElement === field.current) field.current?.closest<HTMLElement>('.note')?.focus();
    // At once, so that the field can take the focus again.
    flushSync(() => setPreview(wasShown ? null : { text, of: note }));
    if (wasShown) field.current?.focus();
  }, [field, note]);
  useEffect(
    () =>
      registerNoteWriting({
        format: (how) => {
          if (field.current !== null && !field.current.hidden) formatField(field.current, how);
        },
        togglePreview,
      }),
    [field, togglePreview],
  );
  return (
    <div className="note-field">
      <div className="tools">
        <FormatButtons field={field} disabled={shows !== null} />
        <PreviewSwitch on={shows !== null} onToggle={togglePreview} />
      </div>
      <textarea
        ref={field}
        className="textarea"
        hidden={shows !== null}
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
      {shows !== null && (
        <div className="preview">
          {shows.trim() === '' ? (
            <p className="t3">{t('notesDeep.nothingWritten')}</p>
          ) : (
            <NoteText note={shows} />
          )}
        </div>
      )}
    </div>
  );
}

interface FormatButtonsProps {
  field: RefObject<HTMLTextAreaElement | null>;
  disabled: boolean;
}

function FormatButtons({ field, disabled }: FormatButtonsProps) {
  const { t } = useTranslation();
  return FORMATS.map(([format, Glyph]) => (
    <IconButton
      key={format}
      small
      label={t(`command.${format}`)}
      command={format}
      disabled={disabled}
      // The words that are selected stay so.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => field.current !== null && formatField(field.current, format)}
    >
      <Glyph size={14} strokeWidth={1.75} aria-hidden />
    </IconButton>
  ));
}

function PreviewSwitch({ on, onToggle }: { on: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  const cap = capOf('previewNote');
  const title = cap === null ? undefined : `${t('command.previewNote')} (${cap})`;
  return (
    <div className="segmented end" role="group" aria-label={t('notesDeep.view')}>
      <button type="button" aria-pressed={!on} title={title} onClick={() => on && onToggle()}>
        {t('notesDeep.write')}
      </button>
      <button type="button" aria-pressed={on} title={title} onClick={() => on || onToggle()}>
        {t('notesDeep.preview')}
      </button>
    </div>
  );
}

/** A field whose text saves itself into the annotation's note. */
function useDraft(annotation: Annotation): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null);
  /** The annotation as it was when the writing began, and the note that the library has now. */
  const draft = useRef({ before: annotation, stored: annotation.note });
  const saving = useRef(0);
  const adopt = useCallback((): void => {
    const element = field.current;
    // The margin is drawn a moment after the library changes: what it was given last may be older than what was typed.
    const present = presentAnnotation(draft.current.before);
    if (element === null || present === undefined || saving.current > 0) return;
    if (element === document.activeElement || element.value !== draft.current.stored) return;
    element.value = present.note;
    draft.current = { before: present, stored: present.note };
  }, []);
  useEffect(adopt, [adopt, annotation]);

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
      saving.current += 1;
      const good = await attempt(() => saveDraft(before, note));
      saving.current -= 1;
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
        adopt();
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
  }, [adopt]);
  return field;
}

const presentAnnotation = ({ id, articleId }: Annotation): Annotation | undefined =>
  useLibrary
    .getState()
    .views.get(articleId)
    ?.annotations.find((one) => one.id === id);
