/** The voices that the system has for reading aloud. Those that would send the text to a server are never offered. */

/** How long a system may take to tell its voices for the first time. Milliseconds. */
const VOICES_WAIT = 1_500;

/** Missing where a system cannot speak at all. */
export const synthesis = (): SpeechSynthesis | undefined =>
  (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;

export const isVietnamese = ({ lang }: Pick<SpeechSynthesisVoice, 'lang'>): boolean => /^vi\b/iu.test(lang);

/** Vietnamese voices first, then by language. */
export async function localVoices(): Promise<SpeechSynthesisVoice[]> {
  const engine = synthesis();
  if (engine === undefined) return [];
  if (engine.getVoices().length === 0) await voicesTold(engine);
  return engine
    .getVoices()
    .filter(({ localService }) => localService)
    .sort(
      (a, b) =>
        Number(isVietnamese(b)) - Number(isVietnamese(a)) ||
        a.lang.localeCompare(b.lang) ||
        a.name.localeCompare(b.name),
    );
}

function voicesTold(engine: SpeechSynthesis): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      engine.removeEventListener('voiceschanged', done);
      resolve();
    };
    const timer = setTimeout(done, VOICES_WAIT);
    engine.addEventListener('voiceschanged', done);
  });
}

/** What a person chose of the voice. It belongs to this machine, not to the library. */
export interface VoiceChoice {
  uri: string | null;
  rate: number;
}

/** Speeds, as parts of the voice's own. */
export const RATES = { least: 0.6, most: 2, step: 0.1 } as const;

const KEPT = 'voice';

export function keptChoice(): VoiceChoice {
  const nothing: VoiceChoice = { uri: null, rate: 1 };
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<
      Record<keyof VoiceChoice, unknown>
    >;
    return {
      uri: typeof kept.uri === 'string' ? kept.uri : nothing.uri,
      rate: typeof kept.rate === 'number' ? clampRate(kept.rate) : nothing.rate,
    };
  } catch {
    // Not written by us.
    return nothing;
  }
}

export const keepChoice = (choice: VoiceChoice): void => localStorage.setItem(KEPT, JSON.stringify(choice));

export const clampRate = (rate: number): number =>
  Math.round(Math.min(RATES.most, Math.max(RATES.least, rate)) * 10) / 10;
