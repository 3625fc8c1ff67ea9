import { useCallback, useEffect, useRef, useState } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Article } from '#core/article';
import type { ImportResult } from '#core/contract';
import { updateFacts } from '../state/changes';
import { registerDraft } from '../state/drafts';
import { useLibrary } from '../state/library';
import { readTyped, type Typed } from '../state/review';
import { editArticle, fetchArticle, originalOf, showOriginal } from '../state/reviewing';
import { attempt } from '../state/status';
import { OriginalViewer } from '../ui/original/original-viewer';
import { BodyText } from './body-text';
import { MachineNote } from './choices';
import { FactsForm } from './facts-form';
import { nameOf, wasCancelled } from './rows';
import { Beside, OriginalName, ReadingLines, TextPane, type Look } from './text-pane';

/** What came of a file: the article that is in the library now, or why there is none. */
export function EndedFile({ result }: { result: ImportResult }) {
  const { t } = useTranslation();
  const { id } = result;
  const inLibrary = useLibrary((state) => id !== undefined && state.articles.get(id)?.removedAt === null);
  if (id !== undefined && inLibrary) return <StoredArticle key={id} id={id} />;
  const name = nameOf(result.path);
  const cancelled = wasCancelled(result);
  const title = t(cancelled ? 'review.cancelledTitle' : 'review.refusedTitle', { name });
  return (
    <section className="review-middle review-refused empty">
      {result.status === 'refused' && (
        <>
          {!cancelled && <CircleAlert size={20} strokeWidth={1.6} aria-hidden />}
          <h2>{title}</h2>
        </>
      )}
      <p>{result.message ?? t('review.gone')}</p>
    </section>
  );
}

function StoredArticle({ id }: { id: string }) {
  const { t } = useTranslation();
  const article = useLibrary((state) => state.views.get(id)?.article);
  const readOnly = useLibrary((state) => state.readOnly);
  const [look, setLook] = useState<Look>('clean');
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    void fetchArticle(id).then(setFailure);
  }, [id]);
  const load = useCallback(() => originalOf({ id }), [id]);
  const text =
    article === undefined ? (
      failure === null && <ReadingLines />
    ) : (
      <div className="review-scroll">
        <BodyText text={article} onEdit={readOnly ? null : (edit) => void editArticle(article, edit)} />
      </div>
    );
  const counts =
    article === undefined
      ? []
      : [
          t('review.paragraphs', { count: article.blocks.length }),
          ...(article.removed.length > 0
            ? [t('review.removedLines', { count: article.removed.length })]
            : []),
        ];
  return (
    <>
      <TextPane
        title={t('review.stored')}
        counts={counts.join(' · ')}
        look={look}
        looks={['clean', 'original']}
        onLook={setLook}
        failure={failure}
      >
        {look === 'original' ? (
          <Beside
            text={text}
            original={
              <OriginalViewer
                load={load}
                page={null}
                title={<OriginalName path={article?.original.name ?? ''} />}
                onOpen={() => void showOriginal(id, 'open')}
                onReveal={() => void showOriginal(id, 'reveal')}
              />
            }
          />
        ) : (
          text
        )}
      </TextPane>
      <aside className="review-side scroll" aria-label={t('review.side')}>
        {article?.machineRead != null && <MachineNote machineRead={article.machineRead} />}
        {article !== undefined && <StoredFacts article={article} readOnly={readOnly} />}
      </aside>
    </>
  );
}

/** The facts of an article of the library; each is saved when its field is left. */
function StoredFacts({ article, readOnly }: { article: Article; readOnly: boolean }) {
  const [typed, setTyped] = useState<Typed>({});
  const reading = readTyped(typed);
  const save = async () => {
    if (Object.keys(typed).length === 0 || 'error' in reading) return;
    // What is refused stays as it was typed.
    if (await attempt(() => updateFacts(article.id, reading.patch))) setTyped({});
  };
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const flush = () => latest.current();
    const forget = registerDraft(flush);
    return () => {
      forget();
      void flush();
    };
  }, []);
  return (
    <FactsForm
      facts={article}
      dateEvidence={article.dateEvidence}
      typed={typed}
      dateConfirmed={false}
      error={'error' in reading ? reading.error : null}
      readOnly={readOnly}
      onType={(name, value) => setTyped({ ...typed, [name]: value })}
      onDone={() => void save()}
      onConfirmDate={() => void attempt(() => updateFacts(article.id, { dateConfidence: 'confirmed' }))}
    />
  );
}
