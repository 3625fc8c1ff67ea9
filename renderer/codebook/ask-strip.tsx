import { useEffect, useMemo, useRef } from 'react';
import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { foldedTag, isWithin, parentOf } from '#core/tag';
import { askMove, askRename, cancelCodebook, confirmAsked, useCodebook, type Asked } from '../state/codebook';
import { useLibrary } from '../state/library';
import { Button, CommandKey, Kbd } from '../ui/controls';
import { isComposing } from '../ui/fields';
import { TagPicker } from '../ui/tag-picker';

/** What waits for an answer: a change and how much it touches, or the tag that another one goes to. */
export function AskStrip() {
  const asked = useCodebook((state) => state.asked);
  const picking = useCodebook((state) => state.picking);
  const chosen = useCodebook((state) => state.chosen);
  if (asked !== null) return <Question asked={asked} />;
  if (picking !== null && chosen !== null) return <Picking name={chosen} picking={picking} />;
  return null;
}

/** The question takes the focus, so that Enter says yes and Escape no. */
function Question({ asked }: { asked: Asked }) {
  const { t } = useTranslation();
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    strip.current?.querySelector('button')?.focus();
  }, [asked]);
  const words = useWords(asked);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={strip}
      className="ask-strip"
      aria-label={t('codebook.ask.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        cancelCodebook();
      }}
    >
      <div className="line" role="status">
        <CircleHelp size={15} strokeWidth={1.75} aria-hidden />
        <div>
          <p className="med">{words.what}</p>
          <p className="t2 xs">{words.touches}</p>
        </div>
      </div>
      <div className="row">
        <Answers asked={asked} />
        <Button onClick={cancelCodebook}>
          {t('codebook.ask.cancel')} <CommandKey command="escape" />
        </Button>
      </div>
    </section>
  );
}

function Answers({ asked }: { asked: Asked }) {
  const { t } = useTranslation();
  if (asked.is === 'rename') {
    return (
      <Button look="primary" onClick={() => void confirmAsked()}>
        {t(`codebook.ask.do.${asked.as}`)} <Kbd>↵</Kbd>
      </Button>
    );
  }
  const { tags, own } = asked.use;
  const below = tags - 1;
  return (
    <>
      {below > 0 && (
        <Button look="line" onClick={() => void confirmAsked(false)}>
          {t('codebook.ask.do.removeOne', { count: own })}
        </Button>
      )}
      <Button look="line" className="danger" onClick={() => void confirmAsked(true)}>
        {below > 0 ? t('codebook.ask.do.removeAll', { count: tags }) : t('codebook.ask.do.remove')}
      </Button>
    </>
  );
}

function useWords(asked: Asked): { what: string; touches: string } {
  const { t } = useTranslation();
  const { tags, annotations, articles } = asked.use;
  const touched = t(asked.is === 'remove' ? 'codebook.touches.removed' : 'codebook.touches.notes', {
    count: annotations,
    articles,
  });
  const below = tags > 1 ? t('codebook.touches.below', { count: tags - 1 }) : null;
  const touches = [touched, below].filter((words) => words !== null).join(' · ');
  if (asked.is === 'remove') return { what: t('codebook.ask.remove', { tag: asked.name }), touches };
  const { from, to, as, clash } = asked;
  const what =
    clash !== null
      ? t('codebook.ask.clash', { from, to, clash })
      : t(`codebook.ask.${as}`, { from, to: as === 'move' ? (parentOf(to) ?? t('codebook.top')) : to });
  return { what, touches };
}

function Picking({ name, picking }: { name: string; picking: 'move' | 'merge' }) {
  const { t } = useTranslation();
  const tags = useLibrary((state) => state.tags);
  const options = useMemo(() => {
    const others = tags
      .filter((tag) => !isWithin(foldedTag(tag.name), foldedTag(name)))
      .map((tag) => ({ value: tag.name }));
    const isDeep = picking === 'move' && parentOf(name) !== null;
    return isDeep ? [{ value: '', words: t('codebook.top') }, ...others] : others;
  }, [tags, name, picking, t]);
  const label = t(`codebook.picker.${picking}`, { tag: name });
  return (
    <section className="ask-strip" aria-label={label}>
      <p className="med">{label}</p>
      <div className="row">
        <TagPicker
          autoFocus
          label={label}
          options={options}
          onCancel={cancelCodebook}
          onPick={(value) =>
            void (picking === 'merge'
              ? askRename(name, value, true)
              : askMove(name, value === '' ? null : value))
          }
        />
        <Button onClick={cancelCodebook}>
          {t('codebook.ask.cancel')} <CommandKey command="escape" />
        </Button>
      </div>
    </section>
  );
}
