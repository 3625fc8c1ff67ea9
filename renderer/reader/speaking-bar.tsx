import { CirclePause, CirclePlay, LockKeyhole, SkipBack, SkipForward, VolumeX, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLibrary } from '../state/library';
import { attempt } from '../state/status';
import {
  chooseRate,
  chooseVoice,
  findVoices,
  readAloud,
  stepSentence,
  stopReading,
  useSpeaking,
} from '../state/speaking';
import { isVietnamese, RATES } from '../state/voices';
import { Button, CommandKey, IconButton } from '../ui/controls';
import './comfort.css';

/** Over the foot of the panes while an article is read aloud. */
export function SpeakingBar() {
  const is = useSpeaking((state) => state.is);
  if (is === 'off' || is === 'looking') return null;
  return is === 'asking' ? <NoVoice /> : <Player />;
}

function Player() {
  const { t } = useTranslation();
  const { is, reading, failure } = useSpeaking();
  const speaking = is === 'speaking';
  return (
    <div className="speaking-bar" role="toolbar" aria-label={t('comfort.speak.bar')}>
      <IconButton
        label={t('comfort.speak.previous')}
        command="previousSentence"
        onClick={() => stepSentence(-1)}
      >
        <SkipBack size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <Button onClick={() => void attempt(readAloud)}>
        {speaking ? (
          <CirclePause size={17} strokeWidth={1.75} aria-hidden />
        ) : (
          <CirclePlay size={17} strokeWidth={1.75} aria-hidden />
        )}
        {t(speaking ? 'comfort.speak.pause' : 'comfort.speak.resume')} <CommandKey command="readAloud" />
      </Button>
      <IconButton label={t('comfort.speak.next')} command="nextSentence" onClick={() => stepSentence(1)}>
        <SkipForward size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
      {failure === null ? (
        <span className="place num xs t2 nb">
          {t('comfort.speak.place', {
            place: (reading?.at ?? 0) + 1,
            count: reading?.sentences.length ?? 0,
          })}
        </span>
      ) : (
        <span className="failed xs" role="alert">
          {t('comfort.speak.failed', { reason: failure })}
        </span>
      )}
      <span className="vr" />
      <VoiceField />
      <RateField />
      <span className="t3" title={t('comfort.speak.local')}>
        <LockKeyhole size={13} strokeWidth={1.75} role="img" aria-label={t('comfort.speak.local')} />
      </span>
      <IconButton label={t('comfort.speak.stop')} command="stopReading" onClick={stopReading}>
        <X size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </div>
  );
}

function VoiceField() {
  const { t } = useTranslation();
  const voices = useSpeaking((state) => state.voices);
  const voice = useSpeaking((state) => state.voice);
  const groups = [
    [t('comfort.speak.vietnamese'), voices.filter(isVietnamese)],
    [t('comfort.speak.others'), voices.filter((each) => !isVietnamese(each))],
  ] as const;
  return (
    <select
      className="input xs"
      aria-label={t('comfort.speak.voice')}
      value={voice?.voiceURI ?? ''}
      onChange={(event) => chooseVoice(event.target.value)}
    >
      {groups
        .filter(([, some]) => some.length > 0)
        .map(([name, some]) => (
          <optgroup key={name} label={name}>
            {some.map(({ voiceURI, name: own, lang }) => (
              <option key={voiceURI} value={voiceURI}>
                {`${own} (${lang})`}
              </option>
            ))}
          </optgroup>
        ))}
    </select>
  );
}

function RateField() {
  const { t, i18n } = useTranslation();
  const rate = useSpeaking((state) => state.rate);
  const shown = rate.toLocaleString(i18n.language, { minimumFractionDigits: 1 });
  return (
    <label className="rate" title={t('comfort.speak.rate')}>
      <input
        type="range"
        aria-label={t('comfort.speak.rate')}
        aria-valuetext={t('comfort.speak.rateValue', { rate: shown })}
        min={RATES.least}
        max={RATES.most}
        step={RATES.step}
        value={rate}
        onChange={(event) => chooseRate(Number(event.target.value))}
      />
      <output className="num">{t('comfort.speak.rateValue', { rate: shown })}</output>
    </label>
  );
}

const PLATFORMS: Readonly<Record<string, 'windows' | 'mac'>> = { win32: 'windows', darwin: 'mac' };

/** Says what is to be installed, and offers what there is. */
function NoVoice() {
  const { t, i18n } = useTranslation();
  const voices = useSpeaking((state) => state.voices);
  const platform = useLibrary((state) => PLATFORMS[state.host.platform] ?? 'linux');
  const other = voices.find((voice) => voice.default) ?? voices[0];
  return (
    <div className="speaking-bar asking" role="alertdialog" aria-label={t('comfort.speak.bar')}>
      <VolumeX size={16} strokeWidth={1.75} aria-hidden />
      <div className="grow">
        <p className="med">
          {t(other === undefined ? 'comfort.speak.noVoice' : 'comfort.speak.noVietnamese')}
        </p>
        <p className="t2">{t(`comfort.speak.install.${platform}`)}</p>
        <p className="xs t3">{t('comfort.speak.local')}</p>
        <div className="row">
          {other !== undefined && (
            <Button look="line" onClick={() => chooseVoice(other.voiceURI)}>
              {t('comfort.speak.useOther', { language: languageName(other.lang, i18n.language) })}
            </Button>
          )}
          <Button look="line" onClick={() => void attempt(findVoices)}>
            {t('comfort.speak.again')}
          </Button>
        </div>
      </div>
      <IconButton label={t('comfort.speak.close')} command="stopReading" onClick={stopReading}>
        <X size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </div>
  );
}

/** `tiếng Anh (Mỹ)`: the name of a voice's language in the middle of a sentence. */
function languageName(tag: string, shownIn: string): string {
  const names = new Intl.DisplayNames([shownIn], { type: 'language' });
  // Some systems write `en_US`.
  const name = names.of(tag.replace('_', '-')) ?? tag;
  return shownIn === 'vi' ? name.charAt(0).toLocaleLowerCase('vi') + name.slice(1) : name;
}
