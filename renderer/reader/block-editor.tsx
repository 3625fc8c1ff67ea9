import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cancelEditing, saveEditing, typeDraft, useOriginal, type Editing } from '../state/original';
import { Button, Kbd } from '../ui/controls';
import { isComposing } from '../ui/fields';

/** A paragraph as a field of the same measure and type. What is typed waits in the state until it is saved. */
export function BlockEditor({ editing }: { editing: Editing }) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => useOriginal.getState().draft);
  const { selected } = editing;
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    element.focus({ preventScroll: true });
    element.setSelectionRange(selected?.start ?? 0, selected?.end ?? 0);
    // Once the pane has settled: it keeps its place while lines are laid out anew.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => element.scrollIntoView({ block: 'nearest' }));
    });
    return () => cancelAnimationFrame(frame);
  }, [selected]);

  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') cancelEditing();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void saveEditing();
    else return;
    event.preventDefault();
  };
  return (
    <div className="block-editor">
      <textarea
        ref={field}
        lang="vi"
        rows={1}
        spellCheck={false}
        aria-label={t('original.editing', { number: editing.block + 1 })}
        aria-describedby="block-editor-words"
        value={text}
        readOnly={editing.saving}
        onChange={(event) => {
          setText(event.target.value);
          typeDraft(event.target.value);
        }}
        onKeyDown={pressed}
      />
      <EditorFoot editing={editing} emptied={text.trim() === ''} />
    </div>
  );
}

/** Says what saving will do, or why it failed; floats, so that the text below stays where it is. */
function EditorFoot({ editing, emptied }: { editing: Editing; emptied: boolean }) {
  const { t } = useTranslation();
  const { failure, asking, saving } = editing;
  const words = asking
    ? t('original.askDiscard')
    : emptied
      ? t('original.willSetAside')
      : t('original.editHint');
  return (
    <div className="editor-foot">
      <p id="block-editor-words" role="status" className={failure === null ? '' : 'failed'}>
        {failure !== null && <CircleAlert size={14} aria-hidden />}
        {failure === null && !asking && !emptied && <Kbd>↵</Kbd>}
        {failure ?? words}
      </p>
      <Button onClick={cancelEditing} disabled={saving}>
        {t(asking ? 'original.discard' : 'facts.cancel')} <Kbd>Esc</Kbd>
      </Button>
      <Button look="primary" onClick={() => void saveEditing()} disabled={saving}>
        {t('facts.save')} <Kbd>Ctrl ↵</Kbd>
      </Button>
    </div>
  );
}
