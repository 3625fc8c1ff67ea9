import { create } from 'zustand';
import { blockAt, blockStarts, textOf, type Article } from '#core/article';
import type { Span } from '#core/span';
import { sentencesOf } from '#core/text/sentences';
import { i18next } from '../strings/i18n';
import { firstOffsetInView } from '../ui/text/in-view';
import { spotlight } from '../ui/text/spotlight';
import { useLibrary, viewOf } from './library';
import { paneHandle } from './panes';
import { say } from './status';
import { setBlock, useView, type PaneState } from './view';
import { clampRate, isVietnamese, keepChoice, keptChoice, localVoices, synthesis } from './voices';

/** What is read aloud: an article in a pane, sentence by sentence. */
interface Reading {
  paneKey: number;
  article: Article;
  sentences: readonly Span[];
  /** Index of the sentence that is being spoken, or will be when it goes on. */
  at: number;
}

interface SpeakingState {
  /** `looking`: for voices; `asking`: there is none that can be used without a word of the person's. */
  is: 'off' | 'looking' | 'asking' | 'speaking' | 'paused';
  reading: Reading | null;
  /** Those of this machine, the Vietnamese ones first. */
  voices: readonly SpeechSynthesisVoice[];
  voice: SpeechSynthesisVoice | null;
  rate: number;
  /** What the system's voice said went wrong. */
  failure: string | null;
}

export const useSpeaking = create<SpeakingState>(() => ({
  is: 'off',
  reading: null,
  voices: [],
  voice: null,
  rate: keptChoice().rate,
  failure: null,
}));

const { setState: set, getState: get } = useSpeaking;

/** The utterance that is heard; what older ones tell is passed over. */
let utterance: SpeechSynthesisUtterance | null = null;
let stopFollowing: (() => void)[] = [];

/** Starts at the selection or the current paragraph, pauses, or goes on. */
export async function readAloud(): Promise<void> {
  const { is } = get();
  if (is === 'speaking') pause();
  else if (is === 'paused') speak();
  else if (is === 'off') await start();
}

async function start(): Promise<void> {
  const { panes, active } = useView.getState();
  const pane = panes[active];
  const article = viewOf(useLibrary.getState(), pane)?.article;
  if (pane === undefined || article === undefined) {
    say(i18next.t('comfort.speak.nothing'));
    return;
  }
  const sentences = sentencesIn(article);
  const from = placeIn(pane, article);
  const at = Math.max(
    0,
    sentences.findIndex(({ end }) => end > from),
  );
  follow();
  set({ reading: { paneKey: pane.key, article, sentences, at }, failure: null });
  await findVoices();
}

/** Looks for the system's voices and begins when there is one that may be used. */
export async function findVoices(): Promise<void> {
  set({ is: 'looking' });
  const voices = await localVoices();
  // It may have been stopped meanwhile.
  if (get().is !== 'looking') return;
  const kept = keptChoice().uri;
  const voice = voices.find(({ voiceURI }) => voiceURI === kept) ?? voices.find(isVietnamese) ?? null;
  set({ voices, voice, is: 'asking' });
  if (voice !== null) speak();
}

function sentencesIn(article: Article): Span[] {
  const starts = blockStarts(article.blocks);
  return article.blocks.flatMap(({ text }, block) => {
    const offset = starts[block] ?? 0;
    return sentencesOf(text).map(({ start, end }) => ({ start: start + offset, end: end + offset }));
  });
}

/** Where the person is: the selected words, else the current paragraph, else what stands at the top. */
function placeIn(pane: PaneState, article: Article): number {
  const { selection, blocks } = useView.getState();
  if (selection?.articleId === article.id) return selection.span.start;
  const block = blocks.get(pane.key);
  if (block !== undefined) return blockStarts(article.blocks)[block] ?? 0;
  const handle = paneHandle(pane.key);
  return handle === undefined ? 0 : firstOffsetInView(handle.scroller);
}

/** Speaks the current sentence, and the next ones after it. */
function speak(): void {
  const { reading, voice, rate } = get();
  const engine = synthesis();
  const sentence = reading?.sentences[reading.at];
  if (reading === null || voice === null || engine === undefined) return;
  if (sentence === undefined) {
    stopReading();
    say(i18next.t('comfort.speak.ended'));
    return;
  }
  const words = new SpeechSynthesisUtterance(textOf(reading.article).slice(sentence.start, sentence.end));
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = rate;
  words.onend = () => {
    if (utterance !== words) return;
    set({ reading: { ...reading, at: reading.at + 1 } });
    speak();
  };
  words.onerror = ({ error }) => {
    if (utterance !== words) return;
    set({ is: 'paused', failure: error });
  };
  utterance = words;
  engine.cancel();
  engine.speak(words);
  set({ is: 'speaking', failure: null });
  showSentence();
}

/** The sentence is said again from its beginning afterwards: not every system's voice can be held in the middle of one. */
function pause(): void {
  hush();
  set({ is: 'paused' });
}

function hush(): void {
  utterance = null;
  synthesis()?.cancel();
}

export function stopReading(): void {
  if (get().is === 'off') return;
  hush();
  for (const stop of stopFollowing) stop();
  stopFollowing = [];
  spotlight('speaking', []);
  set({ is: 'off', reading: null, failure: null });
}

/** Goes on with the next sentence or the one before. */
export function stepSentence(step: 1 | -1): void {
  const { is, reading } = get();
  if (reading === null || (is !== 'speaking' && is !== 'paused')) return;
  const at = Math.min(reading.sentences.length - 1, Math.max(0, reading.at + step));
  set({ reading: { ...reading, at } });
  if (is === 'speaking') speak();
  else showSentence();
}

/** Reads on in another voice, whatever its language. */
export function chooseVoice(uri: string): void {
  const voice = get().voices.find(({ voiceURI }) => voiceURI === uri);
  if (voice === undefined) return;
  set({ voice });
  keepChoice({ uri, rate: get().rate });
  if (get().is !== 'paused') speak();
}

export function chooseRate(rate: number): void {
  set({ rate: clampRate(rate) });
  keepChoice({ uri: get().voice?.voiceURI ?? null, rate: get().rate });
  if (get().is === 'speaking') speak();
}

/** How much room the sentence has above and below it, in CSS pixels: the bar covers the foot of the panes. */
const ROOM = { above: 32, below: 140 };

/** Colours the sentence, makes its paragraph the current one, and keeps it in sight. */
function showSentence(): void {
  const { reading } = get();
  const sentence = reading?.sentences[reading.at];
  const handle = paneHandle(reading?.paneKey);
  if (reading === null || sentence === undefined || handle === undefined) return;
  const block = blockAt(blockStarts(reading.article.blocks), sentence.start);
  setBlock(reading.paneKey, block);
  const { scroller } = handle;
  const shown = () => (handle.topOf(sentence.start) ?? scroller.scrollTop) - scroller.scrollTop;
  if (shown() < 0 || shown() > scroller.clientHeight) handle.show(block);
  if (shown() < ROOM.above || shown() > scroller.clientHeight - ROOM.below) {
    scroller.scrollBy({ top: shown() - scroller.clientHeight / 3 });
  }
  spotlight('speaking', [{ root: scroller, spans: [sentence] }]);
}

/** Ends when the article leaves its pane or gets another text; colours the sentence anew when marks have been drawn. */
function follow(): void {
  const check = () => {
    const { reading } = get();
    const pane = useView.getState().panes.find(({ key }) => key === reading?.paneKey);
    const article = viewOf(useLibrary.getState(), pane)?.article;
    if (reading === null) return;
    if (article?.id !== reading.article.id || article.revision !== reading.article.revision) stopReading();
  };
  stopFollowing = [
    useView.subscribe((now, before) => {
      if (now.panes !== before.panes) check();
    }),
    useLibrary.subscribe((now, before) => {
      if (now.views === before.views) return;
      check();
      if (get().is === 'speaking') requestAnimationFrame(() => showSentence());
    }),
  ];
}
