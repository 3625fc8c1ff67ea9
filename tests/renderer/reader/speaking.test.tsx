import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { importText, sure, type Opened } from '../../main/store/support';
import { openArticle, openWindow, settle, type TestWindow } from '../window';
import { selectWords } from './hands';

const TITLE = 'Suối Mơ họp cuối năm';
const PARAGRAPHS = [
  'Huyện họp tại TP. Lam Khê. Bí thư chủ trì hội nghị.',
  'Các xã rà soát thủ tục… Ngày 5/3, huyện kiểm tra kết quả.',
  'Hội nghị bế mạc lúc 17 giờ.',
];
const SENTENCES = [
  'Huyện họp tại TP. Lam Khê.',
  'Bí thư chủ trì hội nghị.',
  'Các xã rà soát thủ tục…',
  'Ngày 5/3, huyện kiểm tra kết quả.',
  'Hội nghị bế mạc lúc 17 giờ.',
];
const prepare = (library: Opened) => importText(library, TITLE, PARAGRAPHS);

class Utterance extends EventTarget {
  voice: SpeechSynthesisVoice | null = null;
  lang = '';
  rate = 1;
  onend: (() => void) | null = null;
  onerror: ((event: { error: string }) => void) | null = null;
  constructor(readonly text: string) {
    super();
  }
}

const voice = (
  name: string,
  lang: string,
  more: Partial<SpeechSynthesisVoice> = {},
): SpeechSynthesisVoice => ({
  name,
  lang,
  voiceURI: name,
  localService: true,
  default: false,
  ...more,
});

/** A system that says what it was asked to say, and is told when it has said it. */
class Synthesis extends EventTarget {
  voices: SpeechSynthesisVoice[] = [];
  said: Utterance[] = [];
  now: Utterance | null = null;
  getVoices = () => this.voices;
  cancel(): void {
    const { now } = this;
    this.now = null;
    now?.onerror?.({ error: 'interrupted' });
  }
  speak(utterance: Utterance): void {
    this.said.push(utterance);
    this.now = utterance;
  }
  get words(): string | undefined {
    return this.now?.text;
  }
  /** The voice comes to the end of what it says. */
  end = () => act(() => sure(this.now).onend?.());
}

let system: Synthesis;

beforeEach(() => {
  localStorage.clear();
  system = new Synthesis();
  vi.stubGlobal('speechSynthesis', system);
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function reading(voices: SpeechSynthesisVoice[]): Promise<TestWindow> {
  system.voices = voices;
  const opened = await openWindow({ prepare });
  await openArticle(opened, TITLE);
  return opened;
}

const linh = voice('Linh', 'vi-VN');
const an = voice('An', 'vi-VN');
const zira = voice('Zira', 'en-US', { default: true });
const bar = () => screen.findByRole('toolbar', { name: 'Đọc to' });
const current = () => document.querySelector('.block.current .number')?.textContent;

describe('reading aloud', () => {
  test('says sentence after sentence, over paragraphs, to the end', async () => {
    const { user } = await reading([zira, linh]);
    await user.keyboard('{F7}');
    await bar();
    for (const [index, sentence] of SENTENCES.entries()) {
      expect(system.words).toBe(sentence);
      expect(screen.getByText(`Câu ${index + 1}/5`)).toBeVisible();
      system.end();
    }
    expect(screen.queryByRole('toolbar', { name: 'Đọc to' })).toBeNull();
    expect(system.now).toBeNull();
    expect(await screen.findByText('Đã đọc hết bài')).toBeVisible();
    expect(system.said.every((each) => each.voice === linh && each.lang === 'vi-VN')).toBe(true);
  });

  test('begins with the sentence of the selection, else with the current paragraph, and makes its paragraph the current one', async () => {
    const { user } = await reading([linh]);
    await selectWords('kiểm tra kết quả');
    await user.keyboard('{F7}');
    await waitFor(() => expect(system.words).toBe(SENTENCES[3]));
    expect(current()).toBe('2');
    system.end();
    expect(current()).toBe('3');
    await user.keyboard('{Shift>}{F7}{/Shift}');
    expect(system.now).toBeNull();
    act(() => sure(getSelection()).removeAllRanges());
    await settle();
    await user.click(sure(document.querySelector<HTMLElement>('[data-block="1"] [data-start]')));
    await user.keyboard('{F7}');
    await waitFor(() => expect(system.words).toBe(SENTENCES[2]));
  });

  test('pauses, goes on with the same sentence, steps forth and back, and stops, by keys', async () => {
    const { user } = await reading([linh]);
    await user.keyboard('{F7}');
    await bar();
    await user.keyboard('{Control>}{F7}{/Control}');
    expect(system.words).toBe(SENTENCES[1]);
    await user.keyboard('{F7}');
    expect(system.now).toBeNull();
    expect(screen.getByText('Đọc tiếp')).toBeVisible();
    await user.keyboard('{Control>}{Shift>}{F7}{/Shift}{/Control}');
    expect(system.now).toBeNull();
    await user.keyboard('{F7}');
    expect(system.words).toBe(SENTENCES[0]);
    await user.keyboard('{Shift>}{F7}{/Shift}');
    expect(system.now).toBeNull();
    expect(screen.queryByRole('toolbar', { name: 'Đọc to' })).toBeNull();
  });

  test('does the same by the buttons of its bar', async () => {
    const { user } = await reading([linh]);
    await user.click(screen.getByRole('button', { name: 'Đọc to từ chỗ này' }));
    const player = within(await bar());
    await user.click(player.getByRole('button', { name: 'Câu sau' }));
    expect(system.words).toBe(SENTENCES[1]);
    await user.click(player.getByRole('button', { name: 'Câu trước' }));
    expect(system.words).toBe(SENTENCES[0]);
    await user.click(player.getByRole('button', { name: /^Tạm dừng/u }));
    expect(system.now).toBeNull();
    await user.click(player.getByRole('button', { name: /^Đọc tiếp/u }));
    expect(system.words).toBe(SENTENCES[0]);
    await user.click(player.getByRole('button', { name: 'Thôi đọc to' }));
    expect(system.now).toBeNull();
  });

  test('goes on in another voice or at another speed at once, and keeps both for the next time', async () => {
    const { user } = await reading([linh, an, zira]);
    await user.keyboard('{F7}');
    const player = within(await bar());
    expect(
      [...player.getByRole('combobox', { name: 'Giọng đọc' }).querySelectorAll('option')].map((o) => o.value),
    ).toEqual(['An', 'Linh', 'Zira']);
    await user.selectOptions(player.getByRole('combobox', { name: 'Giọng đọc' }), 'Linh');
    expect(system.now?.voice).toBe(linh);
    const rate = player.getByRole('slider', { name: 'Tốc độ' });
    fireEvent.change(rate, { target: { value: '1.4' } });
    expect([system.now?.rate, system.words]).toEqual([1.4, SENTENCES[0]]);
    expect(player.getByText('1,4×')).toBeVisible();
    await user.keyboard('{Shift>}{F7}{/Shift}');
    await user.keyboard('{F7}');
    await waitFor(() => expect(system.now?.voice).toBe(linh));
    expect(system.now?.rate).toBe(1.4);
  });

  test('never uses a voice that sends the text away', async () => {
    const { user } = await reading([voice('Cloud', 'vi-VN', { localService: false }), zira]);
    await user.keyboard('{F7}');
    await screen.findByText('Máy này chưa có giọng đọc tiếng Việt.');
    expect(system.said).toEqual([]);
    await user.click(screen.getByRole('button', { name: /^Cứ đọc bằng giọng tiếng Anh/u }));
    expect([system.words, system.now?.voice]).toEqual([SENTENCES[0], zira]);
    const options = (await bar()).querySelectorAll('option');
    expect([...options].map(({ value }) => value)).toEqual(['Zira']);
  });

  test('says what to install where there is no voice, and finds it once it is there', async () => {
    const { user } = await reading([]);
    await user.keyboard('{F7}');
    const asked = await screen.findByRole('alertdialog', { name: 'Đọc to' });
    expect(asked).toHaveTextContent('Máy này chưa có giọng đọc nào.');
    expect(asked).toHaveTextContent('speech-dispatcher và espeak-ng');
    expect(within(asked).queryByRole('button', { name: /^Cứ đọc/u })).toBeNull();
    system.voices = [linh];
    await user.click(within(asked).getByRole('button', { name: 'Tìm giọng lại' }));
    await waitFor(() => expect(system.words).toBe(SENTENCES[0]));
  });

  test('waits for a system that tells its voices late', async () => {
    const { user } = await reading([]);
    await user.keyboard('{F7}');
    system.voices = [linh];
    act(() => void system.dispatchEvent(new Event('voiceschanged')));
    await waitFor(() => expect(system.words).toBe(SENTENCES[0]));
  });

  test('tells when the voice fails, and tries again', async () => {
    const { user } = await reading([linh]);
    await user.keyboard('{F7}');
    await bar();
    act(() => sure(system.now).onerror?.({ error: 'synthesis-failed' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('synthesis-failed');
    await user.keyboard('{F7}');
    expect(system.words).toBe(SENTENCES[0]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('ends when the article leaves its pane or gets another text', async () => {
    const { user, library, articleOf } = await reading([linh]);
    await user.keyboard('{F7}');
    await bar();
    const { id } = await articleOf(TITLE);
    await act(async () => {
      await library.call('articles.revise', {
        id,
        revision: 1,
        edits: [{ do: 'edit', index: 0, text: 'Huyện họp sáng nay.' }],
      });
    });
    await waitFor(() => expect(screen.queryByRole('toolbar', { name: 'Đọc to' })).toBeNull());
    expect(system.now).toBeNull();
    await user.keyboard('{F7}');
    await bar();
    await user.keyboard('{Control>}w{/Control}');
    await waitFor(() => expect(system.now).toBeNull());
  });

  test('has nothing to read without an article', async () => {
    system.voices = [linh];
    const { user } = await openWindow({ prepare });
    await user.keyboard('{F7}');
    await screen.findByText('Không có bài nào để đọc');
    expect(system.said).toEqual([]);
  });
});
