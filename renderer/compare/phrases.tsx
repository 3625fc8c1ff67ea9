import { useTranslation } from 'react-i18next';
import type { Article } from '#core/article';
import type { Span } from '#core/span';
import type { Compared } from '../state/alignment';
import { useComparison } from '../state/comparison';
import { goTo } from '../state/comparing';
import { SIDES } from '../state/comparing-rows';
import { LETTERS } from './column-heads';
import { Loading } from './loading';
import { phrasesOf } from './summary';

/** What both articles say in the same words, each time within its sentence. */
export function Phrases({ compared }: { compared: Compared }) {
  const { t } = useTranslation();
  const summed = useComparison(compared.left.id, compared.right.id);
  if (summed === null) return <Loading />;
  const phrases = phrasesOf(summed);
  if (phrases.length === 0) {
    return (
      <div className="empty">
        <p>{t('compare.noPhrases')}</p>
      </div>
    );
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
    <section className="cmp-scroll cmp-phrases" tabIndex={0} aria-label={t('compare.tab.phrases')}>
      {phrases.map((phrase) => (
        <div key={phrase.text} className="cmp-phrase" role="group" aria-label={phrase.text}>
          {SIDES.map((side) => (
            <button
              key={side}
              type="button"
              className={side}
              title={t('compare.goTo', { number: phrase[side].block + 1, letter: LETTERS[side] })}
              onClick={() => goTo({ side, block: phrase[side].block })}
            >
              <span className="number num">{phrase[side].block + 1}</span>
              <InContext article={summed[side]} block={phrase[side].block} span={phrase[side]} />
            </button>
          ))}
          <span className="cmp-pill num">{t('compare.syllables', { count: phrase.syllables })}</span>
        </div>
      ))}
    </section>
  );
}

/** Characters before and after a phrase that are shown with it. */
const CONTEXT = 90;

function InContext({ article, block, span }: { article: Article; block: number; span: Span }) {
  const text = article.blocks[block]?.text ?? '';
  const from = text.lastIndexOf(' ', Math.max(0, span.start - CONTEXT)) + 1;
  const wordEnd = text.indexOf(' ', span.end + CONTEXT);
  const to = wordEnd < 0 ? text.length : wordEnd;
  return (
    <span lang="vi">
      {from > 0 && '… '}
      {text.slice(from, span.start)}
      <b>{text.slice(span.start, span.end)}</b>
      {text.slice(span.end, to)}
      {to < text.length && ' …'}
    </span>
  );
}
