import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { TagChange } from '#core/tag';
import { registerDraft } from '../state/drafts';
import { attempt } from '../state/status';
import { rememberDefinition, saveDefinition, tagNamed } from '../state/tag-changes';
import { isComposing } from '../ui/fields';
import { focusTree } from '../state/codebook';

const SAVE_AFTER = 400;

interface DefinitionFieldProps {
  name: string;
  definition: string;
  readOnly: boolean;
}

/**
 * When to use a tag. What is typed is saved after a short pause, when the field is left and before the window closes; all
 * of it is one undo step. While the field has the focus, nothing is written into it from outside.
 */
export function DefinitionField({ name, definition, readOnly }: DefinitionFieldProps) {
  const { t } = useTranslation();
  const field = useDefinition(name, definition);
  return (
    <textarea
      ref={field}
      className="textarea"
      aria-label={t('codebook.definition')}
      placeholder={readOnly ? undefined : t('codebook.definitionHint')}
      defaultValue={definition}
      readOnly={readOnly}
      rows={4}
      spellCheck={false}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
        event.preventDefault();
        event.stopPropagation();
        focusTree();
      }}
    />
  );
}

/** A field whose text saves itself into the tag. */
function useDefinition(name: string, definition: string): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    if (element !== null && element !== document.activeElement) element.value = definition;
  }, [definition]);
  useEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    let timer = 0;
    let stored = tagNamed(name).definition;
    /** What takes back everything that was typed since the field was entered. */
    let back: TagChange | null = null;
    let saving: Promise<unknown> = Promise.resolve();
    const store = async (typed: string): Promise<void> => {
      const before = stored;
      stored = typed;
      const good = await attempt(async () => {
        const change = await saveDefinition(name, typed);
        back ??= change;
      });
      if (!good && stored === typed) stored = before;
    };
    // The call is made before the first wait: a closing window sends it in time. Main keeps the order.
    const save = async (): Promise<void> => {
      clearTimeout(timer);
      if (element.value !== stored) saving = Promise.all([saving, store(element.value)]);
      await saving;
    };
    const entered = () => {
      stored = tagNamed(name).definition;
    };
    const typed = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void save(), SAVE_AFTER);
    };
    const left = () => {
      void save().then(() => {
        if (back !== null) rememberDefinition(name, back);
        back = null;
      });
    };
    element.addEventListener('focus', entered);
    element.addEventListener('input', typed);
    element.addEventListener('blur', left);
    const forget = registerDraft(save);
    return () => {
      left();
      forget();
      element.removeEventListener('focus', entered);
      element.removeEventListener('input', typed);
      element.removeEventListener('blur', left);
    };
  }, [name]);
  return field;
}
