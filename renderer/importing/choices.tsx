import { useId } from 'react';
import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MachineRead } from '#core/article';
import type { EncodingChoice, Match, ReadHow, ReviewDecision, ReviewView } from '#core/review';
import { dayText } from '../ui/format';
import { encodingName, percent } from './row-words';

interface ChoiceProps {
  name: string;
  checked: boolean;
  title: string;
  aside?: string;
  sample?: string;
  hint?: string;
  onChoose: () => void;
}

/** One of a few ways, with what it would come to. */
function Choice({ name, checked, title, aside, sample, hint, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <label className={`review-choice ${checked ? 'on' : ''}`} htmlFor={id}>
      <input type="radio" id={id} name={name} checked={checked} onChange={onChoose} />
      <span className="title">{title}</span>
      {aside !== undefined && <span className="aside num">{aside}</span>}
      {sample !== undefined && (
        <span className="sample clip" lang="vi" title={sample}>
          {sample}
        </span>
      )}
      {hint !== undefined && <span className="hint">{hint}</span>}
    </label>
  );
}

interface EncodingsProps {
  choices: readonly EncodingChoice[];
  /** The one that the text is read in. */
  encoding: string;
  onChoose: (encoding: string) => void;
}

/** What the letters may have been written in. */
export function Encodings({ choices, encoding, onChoose }: EncodingsProps) {
  const { t } = useTranslation();
  const name = useId();
  if (choices.length < 2) return null;
  return (
    <fieldset className="review-side-part">
      <legend className="h">{t('review.encoding.title')}</legend>
      <div className="review-choices">
        {choices.map((choice) => (
          <Choice
            key={choice.encoding}
            name={name}
            checked={choice.encoding === encoding}
            title={encodingName(choice.encoding)}
            aside={
              choice.broken > 0
                ? t('review.encoding.broken', { count: choice.broken })
                : t('review.encoding.likelihood', { percent: percent(choice.likelihood) })
            }
            sample={choice.sample}
            onChoose={() => onChoose(choice.encoding)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ChaptersProps {
  view: ReviewView;
  how: ReadHow;
  /** Index of the draft that is shown. */
  shown: number;
  onChoose: (chapters: ReadHow['chapters']) => void;
  onShow: (index: number) => void;
}

/** A book as one article, or as one for each chapter. */
export function Chapters({ view, how, shown, onChoose, onShow }: ChaptersProps) {
  const { t } = useTranslation();
  const name = useId();
  const { chapters, drafts } = view;
  if (chapters.length < 2) return null;
  return (
    <fieldset className="review-side-part">
      <legend className="h">
        {t('review.chapters.title')} <span className="cnt">{chapters.length}</span>
      </legend>
      <div className="review-choices">
        {(['together', 'apart'] as const).map((chosen) => (
          <Choice
            key={chosen}
            name={name}
            checked={how.chapters === chosen}
            title={t(`review.chapters.${chosen}`)}
            onChoose={() => onChoose(chosen)}
          />
        ))}
      </div>
      <ol className="review-chapters">
        {how.chapters === 'apart' && drafts.length > 1
          ? drafts.map((draft, index) => (
              <li key={index}>
                <button type="button" aria-current={index === shown} onClick={() => onShow(index)}>
                  <span className="num t3">{index + 1}</span> <span className="clip">{draft.title}</span>
                </button>
              </li>
            ))
          : chapters.map((chapter, index) => (
              <li key={index}>
                <span className="num t3">{index + 1}</span> <span className="clip">{chapter.title}</span>
              </li>
            ))}
      </ol>
    </fieldset>
  );
}

interface MatchChoiceProps {
  match: Match;
  decision: ReviewDecision;
  onChoose: (decision: ReviewDecision) => void;
}

/** What the file is to the article that it is like. */
export function MatchChoice({ match, decision, onChoose }: MatchChoiceProps) {
  const { t } = useTranslation();
  const name = useId();
  const where = [match.source, match.publishedOn === null ? null : dayText(match.publishedOn)];
  const decisions: ReviewDecision[] = [
    { as: 'revision', of: match.id },
    { as: 'copy', of: match.id },
    { as: 'new' },
  ];
  return (
    <fieldset className="review-side-part">
      <legend className="h">{t('review.match.title')}</legend>
      <div className="review-match">
        <p className="title c2" lang="vi">
          {match.title}
        </p>
        <p className="xs t3 num">
          {[...where, t('review.match.likeness', { percent: percent(match.likeness) })]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      </div>
      <div className="review-choices">
        {decisions.map((one) => (
          <Choice
            key={one.as}
            name={name}
            checked={decision.as === one.as}
            title={t(`review.match.${one.as}`)}
            hint={t(`review.match.${one.as}Hint`)}
            onChoose={() => onChoose(one)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The line that marks the file as secret. */
export function SecretNote({ mark }: { mark: string }) {
  const { t } = useTranslation();
  return (
    <section className="review-side-part review-secret">
      <h3 className="h">
        <ShieldAlert size={14} aria-hidden /> {t('review.secret.title')}
      </h3>
      <p>{t('review.secret.words', { mark })}</p>
    </section>
  );
}

/** How sure the machine was that read the text from a picture. */
export function MachineNote({ machineRead }: { machineRead: MachineRead }) {
  const { t } = useTranslation();
  const count = machineRead.doubtful.length;
  return (
    <section className="review-side-part">
      <h3 className="h">{t('review.machine.title')}</h3>
      <p className="xs t2 num">
        {t('review.machine.confidence', { percent: Math.round(machineRead.confidence) })}
      </p>
      <p className={`xs num ${count > 0 ? 'review-warn' : 't3'}`}>
        {count > 0 ? t('review.machine.doubtful', { count }) : t('review.machine.none')}
      </p>
    </section>
  );
}
