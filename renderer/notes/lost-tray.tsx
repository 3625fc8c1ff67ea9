import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import type { Article } from '#core/article';
import { useLibrary } from '../state/library';
import { pickLost, useLost } from '../state/lost';
import type { PaneHandle } from '../state/panes';
import { LostCard } from './lost-card';
import './lost.css';

interface LostTrayProps {
  article: Article;
  annotations: readonly Annotation[];
  handle: PaneHandle;
}

/** The notes that lost their place when the article got a new text, each with the places where it may belong now. */
export function LostTray({ article, annotations, handle }: LostTrayProps) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const wanted = useLost((state) => state.annotationId);
  const openId = annotations.find(({ id }) => id === wanted)?.id ?? annotations[0]?.id;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Opened by a key: the keyboard goes on in here.
    list.current?.querySelector<HTMLElement>('.lost-head[aria-expanded="true"]')?.focus();
  }, [openId]);
  return (
    <div className="note-list lost-tray scroll" ref={list}>
      {annotations.length === 0 ? (
        <div className="lost-none">
          <p>{t('marking.lost.none')}</p>
          <p className="xs t3">{t('marking.lost.noneHint')}</p>
        </div>
      ) : (
        <p className="xs t3">{t('notes.lostHint')}</p>
      )}
      {annotations.map((annotation) => (
        <LostCard
          key={annotation.id}
          annotation={annotation}
          article={article}
          handle={handle}
          open={annotation.id === openId}
          readOnly={readOnly}
          onOpen={() => pickLost(annotation.id)}
        />
      ))}
    </div>
  );
}
