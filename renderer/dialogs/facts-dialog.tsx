import { useEffect, useState } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Article, ArticleFactsPatch } from '#core/article';
import { updateFacts } from '../state/changes';
import { loadArticle, useLibrary } from '../state/library';
import { attempt } from '../state/status';
import { Dialog } from '../ui/dialog';
import { Button } from '../ui/controls';
import { dayText, parseDay } from '../ui/format';
import { EncodingField } from './encoding-field';
import { RemovedLines } from './removed-lines';
import './dialogs.css';

const FORM_ID = 'facts-form';

/** The facts of an article, to be corrected; and the lines that the import took out. */
export function FactsDialog({ articleId, onClose }: { articleId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const article = useLibrary((state) => state.views.get(articleId)?.article);
  const readOnly = useLibrary((state) => state.readOnly);
  useEffect(() => {
    void attempt(() => loadArticle(articleId));
  }, [articleId]);
  if (article === undefined) return null;
  return (
    <Dialog
      title={t('facts.title')}
      onClose={onClose}
      footer={
        readOnly ? undefined : (
          <>
            <Button onClick={onClose}>{t('facts.cancel')}</Button>
            <Button look="primary" type="submit" form={FORM_ID}>
              {t('facts.save')}
            </Button>
          </>
        )
      }
    >
      <FactsForm article={article} readOnly={readOnly} onClose={onClose} />
    </Dialog>
  );
}

type Field = 'title' | 'dek' | 'source' | 'url' | 'byline' | 'date';

type Reading = { patch: ArticleFactsPatch } | { error: 'facts.nameMissing' | 'facts.dateWrong' };

/** What the form changes of the article, or what is wrong with it. */
function readForm(form: FormData, article: Article): Reading {
  const typed = (field: Field): string => {
    const value = form.get(field);
    return typeof value === 'string' ? value.normalize('NFC').trim() : '';
  };
  const orNull = (text: string): string | null => (text === '' ? null : text);
  const publishedOn = parseDay(typed('date'));
  if (typed('title') === '') return { error: 'facts.nameMissing' };
  if (typed('date') !== '' && publishedOn === null) return { error: 'facts.dateWrong' };
  const wanted = {
    title: typed('title'),
    dek: orNull(typed('dek')),
    source: orNull(typed('source')),
    url: orNull(typed('url')),
    byline: orNull(typed('byline')),
    publishedOn,
  };
  const changed = Object.entries(wanted).filter(
    ([name, value]) => article[name as keyof typeof wanted] !== value,
  );
  return { patch: Object.fromEntries(changed) };
}

interface FactsFormProps {
  article: Article;
  readOnly: boolean;
  onClose: () => void;
}

function FactsForm({ article, readOnly, onClose }: FactsFormProps) {
  const { t } = useTranslation();
  const [error, setError] = useState<'facts.nameMissing' | 'facts.dateWrong' | null>(null);
  const submit = (form: FormData) => {
    const reading = readForm(form, article);
    if ('error' in reading) {
      setError(reading.error);
      return;
    }
    if (Object.keys(reading.patch).length === 0) onClose();
    else {
      // A refused change leaves the dialog open, so that nothing typed is lost.
      void attempt(() => updateFacts(article.id, reading.patch)).then((good) => {
        if (good) onClose();
      });
    }
  };
  return (
    <form
      id={FORM_ID}
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      {/* Another encoding gives other words: what the fields begin with has to be read anew. */}
      <Fields key={article.encoding} article={article} readOnly={readOnly} />
      <EncodingField article={article} readOnly={readOnly} />
      {error !== null && (
        <p className="error" role="alert">
          <CircleAlert size={14} aria-hidden /> {t(error)}
        </p>
      )}
      {article.removed.length > 0 && <RemovedLines article={article} readOnly={readOnly} />}
    </form>
  );
}

function Fields({ article, readOnly }: { article: Article; readOnly: boolean }) {
  const { t } = useTranslation();
  const inferred = article.dateConfidence === 'inferred-year' ? ` (${t('notes.inferred')})` : '';
  return (
    <>
      <label>
        {t('facts.name')}
        <textarea
          className="textarea"
          name="title"
          rows={2}
          defaultValue={article.title}
          readOnly={readOnly}
        />
      </label>
      <label>
        {t('facts.dek')}
        <textarea
          className="textarea"
          name="dek"
          rows={3}
          defaultValue={article.dek ?? ''}
          readOnly={readOnly}
        />
      </label>
      <div className="pair">
        <TextField name="source" words={t('facts.source')} value={article.source} readOnly={readOnly} />
        <TextField
          name="date"
          words={t('facts.date') + inferred}
          value={article.publishedOn === null ? null : dayText(article.publishedOn)}
          placeholder={t('facts.dateHint')}
          readOnly={readOnly}
        />
      </div>
      <TextField name="byline" words={t('facts.byline')} value={article.byline} readOnly={readOnly} />
      <TextField name="url" words={t('facts.url')} value={article.url} readOnly={readOnly} />
    </>
  );
}

interface TextFieldProps {
  name: Field;
  words: string;
  value: string | null;
  placeholder?: string;
  readOnly: boolean;
}

function TextField({ name, words, value, placeholder, readOnly }: TextFieldProps) {
  return (
    <label>
      {words}
      <input
        className="input"
        name={name}
        defaultValue={value ?? ''}
        placeholder={placeholder}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={false}
      />
    </label>
  );
}
