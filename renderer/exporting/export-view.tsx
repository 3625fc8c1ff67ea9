import { useEffect, useMemo, useState } from 'react';
import { ChevronLeft, Copy, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { KINDS, type AnnotationKind } from '#core/annotation';
import type { ExportRequest } from '#core/contract';
import { CallFailed } from '#core/gateway';
import { call } from '../bridge';
import { useLibrary } from '../state/library';
import { attempt, say } from '../state/status';
import { setView, useView } from '../state/view';
import { Button, IconButton, Kbd, Segmented } from '../ui/controls';
import { KindLabel } from '../ui/kinds';
import { copyText } from '../ui/clipboard';
import './exporting.css';

type Format = ExportRequest['format'];
type GroupBy = NonNullable<ExportRequest['groupBy']>;
type Scope = 'all' | 'open' | 'one';

const FORMAT_NAMES: Readonly<Record<Format, string>> = { markdown: 'Markdown', html: 'HTML' };

interface Choice {
  scope: Scope;
  format: Format;
  groupBy: GroupBy;
  kinds: readonly AnnotationKind[];
  tag: string | null;
}

/** Annotated notes as a file: what goes in, how it is grouped, and a live preview of exactly that file. */
export function ExportView() {
  const { t } = useTranslation();
  const exportIds = useView((state) => state.exportIds);
  const [choice, setChoice] = useState<Choice>({
    scope: exportIds === null ? 'all' : 'one',
    format: 'markdown',
    groupBy: 'article',
    kinds: KINDS,
    tag: null,
  });
  const request = useRequest(choice);
  const preview = usePreview(request);
  const save = () =>
    void attempt(async () => {
      const { path } = await call('export.save', request);
      if (path !== null) say(t('exporting.saved', { path }));
    });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && preview.count > 0) save();
      else if (event.key === 'Escape' && !event.defaultPrevented) setView({ view: 'library' });
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
  return (
    <div className="export-view">
      <div className="bar">
        <IconButton label={t('exporting.back')} onClick={() => setView({ view: 'library' })}>
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <h1>{t('exporting.title')}</h1>
      </div>
      <Options choice={choice} onChange={(patch) => setChoice({ ...choice, ...patch })} />
      <footer className="export-foot">
        <Button
          disabled={preview.count === 0}
          onClick={() => {
            void attempt(async () => {
              await copyText(preview.text);
              say(t('exporting.copied'));
            });
          }}
        >
          <Copy size={14} aria-hidden /> {t('exporting.copy')}
        </Button>
        <span className="end" />
        <Button look="primary" large style={{ height: 32 }} disabled={preview.count === 0} onClick={save}>
          <Download size={15} aria-hidden />
          {t('exporting.save', { format: FORMAT_NAMES[choice.format] })} <Kbd>Ctrl ↵</Kbd>
        </Button>
      </footer>
      <PreviewPane preview={preview} format={choice.format} />
    </div>
  );
}

function PreviewPane({ preview, format }: { preview: Preview; format: Format }) {
  const { t } = useTranslation();
  return (
    <section className="export-preview" aria-label={t('exporting.preview')}>
      <header>
        <span className="h">{t('exporting.preview')}</span>
        <span className="xs t3 num">{t('exporting.count', { count: preview.count })}</span>
      </header>
      {preview.message !== null && (
        <div className="empty">
          <p>{preview.message}</p>
        </div>
      )}
      {preview.message === null && format === 'html' && (
        <iframe title={t('exporting.preview')} sandbox="" srcDoc={preview.text} />
      )}
      {preview.message === null && format === 'markdown' && <pre className="scroll">{preview.text}</pre>}
    </section>
  );
}

function Options({ choice, onChange }: { choice: Choice; onChange: (patch: Partial<Choice>) => void }) {
  const { t } = useTranslation();
  const tags = useLibrary((state) => state.tags);
  const exportIds = useView((state) => state.exportIds);
  const scopes: Scope[] = exportIds === null ? ['all', 'open'] : ['all', 'open', 'one'];
  return (
    <section className="export-options scroll">
      <h2 className="h">{t('exporting.what')}</h2>
      <Segmented
        label={t('exporting.what')}
        value={choice.scope}
        options={scopes.map((value) => ({ value, text: t(`exporting.${value}`) }))}
        onChange={(scope) => onChange({ scope })}
      />
      <h2 className="h">{t('exporting.format')}</h2>
      <Segmented
        label={t('exporting.format')}
        value={choice.format}
        options={(['markdown', 'html'] as const).map((value) => ({ value, text: FORMAT_NAMES[value] }))}
        onChange={(format) => onChange({ format })}
      />
      <h2 className="h">{t('exporting.group')}</h2>
      <Segmented
        label={t('exporting.group')}
        value={choice.groupBy}
        options={(['article', 'kind', 'tag'] as const).map((value) => ({
          value,
          text: t(`exporting.groupBy.${value}`),
        }))}
        onChange={(groupBy) => onChange({ groupBy })}
      />
      <h2 className="h">{t('exporting.kinds')}</h2>
      {KINDS.map((kind) => (
        <label key={kind} className="check-line">
          <input
            type="checkbox"
            checked={choice.kinds.includes(kind)}
            onChange={(event) =>
              onChange({
                kinds: KINDS.filter((k) => (k === kind ? event.target.checked : choice.kinds.includes(k))),
              })
            }
          />
          <KindLabel kind={kind} />
        </label>
      ))}
      {tags.length > 0 && (
        <>
          <h2 className="h">{t('exporting.tags')}</h2>
          <select
            className="input"
            aria-label={t('exporting.tags')}
            value={choice.tag ?? ''}
            onChange={(event) => onChange({ tag: event.target.value === '' ? null : event.target.value })}
          >
            <option value="">{t('exporting.anyTag')}</option>
            {tags.map((tag) => (
              <option key={tag.name} value={tag.name}>
                {tag.name}
              </option>
            ))}
          </select>
        </>
      )}
    </section>
  );
}

/** The choice as the contract wants it. */
function useRequest({ scope, format, groupBy, kinds, tag }: Choice): ExportRequest {
  const panes = useView((state) => state.panes);
  const exportIds = useView((state) => state.exportIds);
  return useMemo(() => {
    const open = [...new Set(panes.flatMap((pane) => pane.articleId ?? []))];
    const articleIds = scope === 'all' ? undefined : scope === 'open' ? open : [...(exportIds ?? [])];
    // No article at all would mean every article: then no kind is asked for instead.
    const nothing = articleIds?.length === 0;
    return {
      format,
      groupBy,
      kinds: nothing ? [] : [...kinds],
      ...(articleIds === undefined ? {} : { articleIds }),
      ...(tag === null ? {} : { tags: [tag] }),
    };
  }, [scope, format, groupBy, kinds, tag, panes, exportIds]);
}

interface Preview {
  text: string;
  count: number;
  /** Why there is nothing to show. */
  message: string | null;
}

/** The file as it would be written now; follows every change of the library. */
function usePreview(request: ExportRequest): Preview {
  const { t } = useTranslation();
  const revision = useLibrary((state) => state.revision);
  const [preview, setPreview] = useState<Preview>({ text: '', count: 0, message: null });
  useEffect(() => {
    let current = true;
    const show = async () => {
      try {
        const { text, annotations } = await call('export.render', request);
        if (current) setPreview({ text, count: annotations, message: null });
      } catch (error) {
        const message = error instanceof CallFailed ? error.message : t('failure.crash');
        if (current) setPreview({ text: '', count: 0, message });
      }
    };
    void show();
    return () => {
      current = false;
    };
  }, [request, revision, t]);
  return preview;
}
