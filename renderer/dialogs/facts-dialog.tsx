import { useEffect, useState, type FormEvent } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Article, ArticleFactsPatch } from '#core/article';
import { updateFacts } from '../state/changes';
import { loadArticle, useLibrary } from '../state/library';
import { attempt } from '../state/status';
import { Dialog } from '../ui/dialog';
import { Button } from '../ui/controls';
import { dayText, parseDay } from '../ui/format';
import './dialogs.css';

/** The facts of an article, to be corrected; and the lines that the import took out. */
export function FactsDialog({ articleId, onClose }: { articleId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const article = useLibrary((state) => state.views.get(articleId)?.article);
  useEffect(() => {
    void attempt(() => loadArticle(articleId));
  }, [articleId]);
  if (article === undefined) return null;
  return (
    <Dialog title={t('facts.title')} onClose={onClose}>
      <FactsForm article={article} onClose={onClose} />
    </Dialog>
  );
}

type Field = 'title' | 'dek' | 'source' | 'url' | 'byline' | 'date';

function FactsForm({ article, onClose }: { article: Article; onClose: () => void }) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (field: Field): string =>
      String(form.get(field) ?? '')
        .normalize('NFC')
        .trim();
    const day = typed('date') === '' ? null : parseDay(typed('date'));
    if (typed('title') === '') return setError(t('facts.nameMissing'));
    if (typed('date') !== '' && day === null) return setError(t('facts.dateWrong'));
    const wanted = {
      title: typed('title'),
      dek: typed('dek') || null,
      source: typed('source') || null,
      url: typed('url') || null,
      byline: typed('byline') || null,
      publishedOn: day,
    };
    const patch = Object.fromEntries(
      Object.entries(wanted).filter(([name, value]) => article[name as keyof typeof wanted] !== value),
    ) as ArticleFactsPatch;
    onClose();
    if (Object.keys(patch).length > 0) void attempt(() => updateFacts(article.id, patch));
  };
  return (
    <form className="form" onSubmit={submit}>
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
          words={`${t('facts.date')}${article.dateConfidence === 'inferred-year' ? ` (${t('notes.inferred')})` : ''}`}
          value={article.publishedOn === null ? null : dayText(article.publishedOn)}
          placeholder={t('facts.dateHint')}
          readOnly={readOnly}
        />
      </div>
      <TextField name="byline" words={t('facts.byline')} value={article.byline} readOnly={readOnly} />
      <TextField name="url" words={t('facts.url')} value={article.url} readOnly={readOnly} />
      {error !== null && (
        <p className="error" role="alert">
          <CircleAlert size={14} aria-hidden /> {error}
        </p>
      )}
      {article.removed.length > 0 && (
        <section>
          <h3 className="h">{t('facts.removed')}</h3>
          <ul className="removed-lines">
            {article.removed.map((line, i) => (
              <li key={i}>{line.text}</li>
            ))}
          </ul>
        </section>
      )}
      {!readOnly && (
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t('facts.cancel')}</Button>
          <Button look="primary" type="submit">
            {t('facts.save')}
          </Button>
        </div>
      )}
    </form>
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
