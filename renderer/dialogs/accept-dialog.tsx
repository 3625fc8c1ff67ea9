import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SUGGESTED_KINDS, type SuggestedKind } from '#core/suggestions';
import { acceptIn, articleIdsOf, SCOPES, type Counts, type Scope } from '../state/accepting';
import { attempt, say } from '../state/status';
import { chosenSuggestion } from '../state/suggesting';
import { i18next } from '../strings/i18n';
import { Button, Kbd, Segmented } from '../ui/controls';
import { Dialog } from '../ui/dialog';
import { AcceptList } from './accept-list';
import { useCounting } from './use-counting';
import './dialogs.css';
import './accept.css';

/** Suggestions of a kind of several articles, to be seen and accepted in one step. */
export function AcceptDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const idsOf = useScopes();
  const [scope, setScope] = useState<Scope>(() => (isNarrowed(idsOf) ? 'listed' : 'all'));
  const [kind, setKind] = useState<SuggestedKind>(() => chosenSuggestion()?.suggestion.kind ?? 'directive');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const counted = useCounting(idsOf[scope]);
  const { articles } = counted;
  const rows = useMemo(
    () => articles.flatMap(({ id, counts }) => (counts[kind] === 0 ? [] : [{ id, count: counts[kind] }])),
    [articles, kind],
  );
  const wanted = rows.filter(({ id }) => !left.has(id));
  const count = wanted.reduce((sum, row) => sum + row.count, 0);
  const { accepting, accept, stop } = useAccepting(onClose);
  const total = idsOf[scope].length;
  const isReady = accepting === null && counted.done === total && count > 0;
  const begin = () => {
    const ids = wanted.map(({ id }) => id);
    if (isReady) accept(ids, kind);
  };
  useEnter(begin);
  return (
    <Dialog
      title={t('acceptMany.title')}
      onClose={() => {
        stop();
        onClose();
      }}
      footer={
        accepting === null ? (
          <>
            <span className="xs t3 grow">{t('acceptMany.promise')}</span>
            <Button onClick={onClose}>{t('acceptMany.close')}</Button>
            <Button look="primary" disabled={!isReady} onClick={begin}>
              {t('acceptMany.accept', { count })} <Kbd>Ctrl ↵</Kbd>
            </Button>
          </>
        ) : (
          <Button look="line" onClick={stop}>
            {t('acceptMany.stop')}
          </Button>
        )
      }
    >
      <fieldset className="accept-many" disabled={accepting !== null}>
        <Choices {...{ idsOf, scope, kind, articles }} onScope={setScope} onKind={setKind} />
        <div className="accept-sum">
          <strong role="status">
            {counted.done === total &&
              t('acceptMany.sum', { ...wordsOf(kind), count, articles: wanted.length })}
          </strong>
          {counted.unread > 0 && <span>{t('acceptMany.unread', { count: counted.unread })}</span>}
          {accepting !== null && <Progress is="accepting" {...accepting} />}
          {accepting === null && counted.done < total && (
            <Progress is="counting" done={counted.done} total={total} />
          )}
        </div>
        <AcceptList rows={rows} kind={kind} left={left} onLeave={setLeft} />
      </fieldset>
    </Dialog>
  );
}

const wordsOf = (kind: SuggestedKind) => ({ kind: i18next.t(`kindShort.${kind}`).toLocaleLowerCase() });

type Scopes = Readonly<Record<Scope, readonly string[]>>;

/** Whether the list of the shelf shows only some of the articles. */
const isNarrowed = ({ listed, all }: Scopes): boolean => listed.length < all.length;

interface ChoicesProps {
  idsOf: Scopes;
  scope: Scope;
  kind: SuggestedKind;
  articles: readonly { counts: Counts }[];
  onScope: (scope: Scope) => void;
  onKind: (kind: SuggestedKind) => void;
}

function Choices({ idsOf, scope, kind, articles, onScope, onKind }: ChoicesProps) {
  const { t, i18n } = useTranslation();
  const offered = SCOPES.filter((each) => each !== 'listed' || isNarrowed(idsOf));
  const total = (each: SuggestedKind) => articles.reduce((sum, { counts }) => sum + counts[each], 0);
  return (
    <>
      <Segmented
        label={t('acceptMany.scope')}
        value={scope}
        options={offered.map((value) => ({
          value,
          text: t(`acceptMany.scopes.${value}`, { count: idsOf[value].length }),
        }))}
        onChange={onScope}
      />
      <Segmented
        label={t('acceptMany.kind')}
        value={kind}
        options={SUGGESTED_KINDS.map((value) => ({
          value,
          text: `${t(`kindShort.${value}`)} ${total(value).toLocaleString(i18n.language)}`,
        }))}
        onChange={onKind}
      />
    </>
  );
}

function Progress({ is, done, total }: { is: 'counting' | 'accepting'; done: number; total: number }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="num">{t(`acceptMany.${is}`, { done, total })}</span>
      <progress aria-label={t(`acceptMany.${is}Name`)} max={total} value={done} />
    </>
  );
}

/** The articles of each scope, as they are when the dialog opens. */
function useScopes(): Scopes {
  const [scopes] = useState(() => ({
    open: articleIdsOf('open'),
    listed: articleIdsOf('listed'),
    all: articleIdsOf('all'),
  }));
  return scopes;
}

/** The accepting that is under way, and the way to end it before. Says what came of it. */
function useAccepting(onClose: () => void) {
  const { t } = useTranslation();
  const [accepting, setAccepting] = useState<{ done: number; total: number } | null>(null);
  const controller = useRef<AbortController>(null);
  const stop = () => controller.current?.abort();
  useEffect(() => () => controller.current?.abort(), []);
  const accept = (ids: readonly string[], kind: SuggestedKind) => {
    const { signal } = (controller.current = new AbortController());
    setAccepting({ done: 0, total: ids.length });
    void attempt(async () => {
      const count = await acceptIn(ids, kind, (done) => setAccepting({ done, total: ids.length }), signal);
      say(t(signal.aborted ? 'acceptMany.stopped' : 'suggest.accepted', { count }));
    }).then(onClose);
  };
  return { accepting, accept, stop };
}

/** Calls `work` on Enter with Ctrl, while the dialog is open. */
function useEnter(work: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.repeat || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      work();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}
