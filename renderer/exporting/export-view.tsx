import { useEffect, useMemo, useState } from 'react';
import i18next from 'i18next';
import { ChevronLeft, Copy, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportRequest } from '#core/contract';
import { CallFailed } from '#core/gateway';
import { call } from '../bridge';
import { useLibrary } from '../state/library';
import { attempt, say } from '../state/status';
import { setView, useView } from '../state/view';
import { copyText } from '../ui/clipboard';
import { Button, IconButton, Kbd } from '../ui/controls';
import { ExportOptions, FIRST_CHOICE, type Choice } from './export-options';
import './exporting.css';

/** Annotated notes as a file: what goes in, how it is grouped, and a live preview of exactly that file. */
export function ExportView() {
  const { t } = useTranslation();
  const exportIds = useView((state) => state.exportIds);
  const [choice, setChoice] = useState<Choice>(() => ({
    ...FIRST_CHOICE,
    scope: exportIds === null ? 'all' : 'chosen',
  }));
  const [isSaving, setSaving] = useState(false);
  const request = useRequest(choice);
  const preview = usePreview(request);
  const canSave = preview.count > 0 && !isSaving;
  const save = () =>
    void attempt(async () => {
      setSaving(true);
      try {
        const { path } = await call('export.save', request);
        if (path !== null) say(t('exporting.saved', { path }));
      } finally {
        setSaving(false);
      }
    });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && canSave) save();
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
      <ExportOptions choice={choice} onChange={(patch) => setChoice({ ...choice, ...patch })} />
      {isSaving ? (
        <SavingFoot />
      ) : (
        <footer className="export-foot">
          <Button
            disabled={preview.count === 0}
            onClick={() => void attempt(() => copyWhole(request, preview))}
          >
            <Copy size={14} aria-hidden /> {t('exporting.copy')}
          </Button>
          <span className="end" />
          <Button look="primary" large style={{ height: 32 }} disabled={!canSave} onClick={save}>
            <Download size={15} aria-hidden />
            {t('exporting.save', { format: t(`exporting.formats.${choice.format}`) })} <Kbd>Ctrl ↵</Kbd>
          </Button>
        </footer>
      )}
      <PreviewPane preview={preview} />
    </div>
  );
}

/** What stands in the preview when that is all of it, else the whole file. */
async function copyWhole(request: ExportRequest, preview: Preview): Promise<void> {
  await copyText(preview.isWhole ? preview.text : (await call('export.render', request)).text);
  say(i18next.t('exporting.copied'));
}

/** How far the file is, and how to stop. */
function SavingFoot() {
  const { t } = useTranslation();
  const progress = useLibrary((state) => state.exporting);
  const { done, total } = progress ?? { done: 0, total: 0 };
  return (
    <footer className="export-foot" role="status">
      <progress max={Math.max(total, 1)} value={done} aria-label={t('exporting.saving')} />
      <span className="xs t2 num">
        {total === 0 ? t('exporting.saving') : t('exporting.read', { done, count: total })}
      </span>
      <span className="end" />
      <Button onClick={() => void attempt(() => call('export.cancel', {}))}>{t('exporting.cancel')}</Button>
    </footer>
  );
}

function PreviewPane({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  return (
    <section className="export-preview" aria-label={t('exporting.preview')}>
      <header>
        <span className="h">{t('exporting.preview')}</span>
        <span className="xs t3 num">
          {t(preview.isWhole ? 'exporting.count' : 'exporting.firstOnes', { count: preview.count })}
        </span>
      </header>
      {preview.message !== null && (
        <div className="empty">
          <p>{preview.message}</p>
        </div>
      )}
      {preview.message === null && preview.looks === 'page' && (
        <iframe title={t('exporting.preview')} sandbox="" srcDoc={preview.text} />
      )}
      {preview.message === null && preview.looks === 'text' && <pre className="scroll">{preview.text}</pre>}
    </section>
  );
}

/** The choice as the contract wants it. */
function useRequest({ scope, format, groupBy, order, kinds, tag, include }: Choice): ExportRequest {
  const panes = useView((state) => state.panes);
  const exportIds = useView((state) => state.exportIds);
  return useMemo(() => {
    const open = [...new Set(panes.flatMap((pane) => pane.articleId ?? []))];
    const articleIds = scope === 'all' ? undefined : scope === 'open' ? open : [...(exportIds ?? [])];
    // No article at all would mean every article: then no kind is asked for instead.
    const nothing = articleIds?.length === 0;
    return {
      ...{ format, groupBy, order, include },
      kinds: nothing ? [] : [...kinds],
      ...(articleIds === undefined ? {} : { articleIds }),
      ...(tag === null ? {} : { tags: [tag] }),
    };
  }, [scope, format, groupBy, order, kinds, tag, include, panes, exportIds]);
}

interface Preview {
  text: string;
  looks: 'text' | 'page';
  isWhole: boolean;
  count: number;
  /** Why there is nothing to show. */
  message: string | null;
}

const NO_PREVIEW = { text: '', looks: 'text', isWhole: true, count: 0 } as const;

/** The beginning of the file as it would be written now; follows every change of the library. */
function usePreview(request: ExportRequest): Preview {
  const { t } = useTranslation();
  const revision = useLibrary((state) => state.revision);
  const [preview, setPreview] = useState<Preview>({ ...NO_PREVIEW, message: null });
  useEffect(() => {
    let current = true;
    const show = async () => {
      try {
        const { annotations, ...shown } = await call('export.preview', request);
        if (current) setPreview({ ...shown, count: annotations, message: null });
      } catch (error) {
        const message = error instanceof CallFailed ? error.message : t('failure.crash');
        if (current) setPreview({ ...NO_PREVIEW, message });
      }
    };
    void show();
    return () => {
      current = false;
    };
  }, [request, revision, t]);
  return preview;
}
