import { create } from 'zustand';
import { PrintOptions } from '#core/calls/printing';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { attempt, say } from './status';
import { setView, useView } from './view';

interface PrintingState {
  /** What is to be printed; null where no article was open. */
  articleId: string | null;
  /** As they were chosen last, for as long as the window is open. */
  options: PrintOptions;
  /** The system's dialog is open, or a file is being written. */
  busy: boolean;
}

export const usePrinting = create<PrintingState>(() => ({
  articleId: null,
  options: PrintOptions.parse({}),
  busy: false,
}));

const { setState: set, getState: get } = usePrinting;

export const choosePrint = (patch: Partial<PrintOptions>): void =>
  set({ options: { ...get().options, ...patch } });

/** Shows the pages of the article that is being read; where they are shown already, prints them. */
export function print(): void {
  if (useView.getState().view === 'print') sendToPrinter();
  else openPrinting();
}

/** Saves the pages as a file; they are looked at first. */
export function savePdf(): void {
  if (useView.getState().view !== 'print') {
    openPrinting();
    return;
  }
  work(async (request) => {
    const { path } = await call('print.savePdf', request);
    if (path !== null) say(i18next.t('comfort.print.saved', { path }));
  });
}

export function sendToPrinter(): void {
  work(async (request) => {
    const { printed } = await call('print.send', request);
    say(i18next.t(printed ? 'comfort.print.sent' : 'comfort.print.cancelled'));
  });
}

function openPrinting(): void {
  const { panes, active } = useView.getState();
  set({ articleId: panes[active]?.articleId ?? null });
  setView({ view: 'print', dialog: null });
}

/** One thing at a time: a second dialog would stand behind the first. */
function work(run: (request: { articleId: string; options: PrintOptions }) => Promise<void>): void {
  const { articleId, options, busy } = get();
  if (articleId === null || busy) return;
  set({ busy: true });
  void attempt(() => run({ articleId, options })).finally(() => set({ busy: false }));
}
