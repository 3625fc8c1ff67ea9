import { useState, type SubmitEvent } from 'react';
import {
  Combine,
  ListFilter,
  PencilLine,
  Plus,
  Trash2,
  UserRoundCog,
  X,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BodyRow } from '#core/body';
import type { OfficeInTime } from '#core/calls/phrases';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { useLibrary } from '../state/library';
import {
  answerBodyAsk,
  cancelBodyAsk,
  dropAlias,
  phraseActions,
  usePhrases,
  type BodyAsk,
} from '../state/phrases';
import { Button, CommandKey, IconButton } from '../ui/controls';
import { Places } from './places';

type BodyCommand = Exclude<keyof typeof phraseActions, 'nextPhraseTab' | 'findPhrase' | 'savePhrases'>;

/** What is known of a body or a person, the places that name it, and what can be changed. */
export function BodyDetails({ row, rows }: { row: BodyRow; rows: readonly BodyRow[] }) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const isEntered = useLibrary((state) => state.bodies.some(({ name }) => name === row.name));
  const asked = usePhrases((state) => state.asked);
  const places = useAnswer(
    `places ${row.name}`,
    () => call('bodies.places', { name: row.name }),
    row.mentions,
  );
  return (
    <section className="col phrase-places" data-part aria-label={row.name}>
      <div className="phrase-head">
        <h2>{row.name}</h2>
        <p className="xs t3">
          {t(`phrases.${row.is}`)} · {t(isEntered ? 'phrases.inDictionary' : 'phrases.byRules')}
        </p>
        <div className="body-actions">
          <Action text={t('phrases.actions.filter')} Glyph={ListFilter} command="filterByBody" />
          {!readOnly && <Changes is={row.is} isEntered={isEntered} />}
        </div>
        {asked !== null && <AskField key={asked} asked={asked} row={row} rows={rows} />}
        <Aliases aliases={row.aliases} readOnly={readOnly} />
        {places !== null && places.offices.length > 0 && <Offices offices={places.offices} />}
      </div>
      <Places label={t('phrases.bodyPlaces')} places={places} />
    </section>
  );
}

function Action({ text, Glyph, command }: { text: string; Glyph: LucideIcon; command: BodyCommand }) {
  return (
    <Button look="line" onClick={() => void phraseActions[command]()}>
      <Glyph size={14} strokeWidth={1.75} aria-hidden /> {text} <CommandKey command={command} />
    </Button>
  );
}

function Changes({ is, isEntered }: { is: BodyRow['is']; isEntered: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Action text={t('phrases.actions.rename')} Glyph={PencilLine} command="renameBody" />
      <Action text={t('phrases.actions.alias')} Glyph={Plus} command="aliasBody" />
      <Action text={t('phrases.actions.merge')} Glyph={Combine} command="mergeBody" />
      <Action
        text={t(is === 'body' ? 'phrases.actions.toPerson' : 'phrases.actions.toBody')}
        Glyph={UserRoundCog}
        command="switchBody"
      />
      {isEntered && <Action text={t('phrases.actions.remove')} Glyph={Trash2} command="removeBody" />}
    </>
  );
}

interface AskFieldProps {
  asked: BodyAsk;
  row: BodyRow;
  rows: readonly BodyRow[];
}

const MOST_OFFERED = 200;

function AskField({ asked, row, rows }: AskFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(asked === 'rename' ? row.name : '');
  const label = t(`phrases.ask.${asked}`, { name: row.name });
  const others = rows.filter(({ name }) => name !== row.name);
  const isKnown = others.some(({ name }) => name === typed.trim());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void answerBodyAsk(typed, others);
  };
  return (
    <form className="body-ask" onSubmit={submit}>
      <input
        className="input"
        aria-label={label}
        placeholder={label}
        value={typed}
        list={asked === 'merge' ? 'body-names' : undefined}
        // The person has just asked for this field.
        ref={(field) => field?.focus()}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') cancelBodyAsk();
        }}
      />
      {asked === 'merge' && (
        <datalist id="body-names">
          {others.slice(0, MOST_OFFERED).map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      <Button look="primary" type="submit" disabled={typed.trim() === '' || (asked === 'merge' && !isKnown)}>
        {t('phrases.ask.ok')}
      </Button>
      <Button onClick={cancelBodyAsk}>{t('phrases.ask.cancel')}</Button>
    </form>
  );
}

function Aliases({ aliases, readOnly }: { aliases: readonly string[]; readOnly: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="body-facts">
      <h3 className="h">{t('phrases.aliases')}</h3>
      {aliases.length === 0 ? (
        <p className="xs t3">{t('phrases.noAliases')}</p>
      ) : (
        <ul className="aliases">
          {aliases.map((alias) => (
            <li key={alias} className="chip">
              {alias}
              {!readOnly && (
                <IconButton
                  small
                  label={t('phrases.removeAlias', { alias })}
                  onClick={() => void dropAlias(alias)}
                >
                  <X size={12} aria-hidden />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Offices({ offices }: { offices: readonly OfficeInTime[] }) {
  const { t } = useTranslation();
  return (
    <div className="body-facts">
      <h3 className="h" title={t('phrases.officesNote')}>
        {t('phrases.offices')}
      </h3>
      <ul className="offices">
        {offices.map(({ role, years, count }) => (
          <li key={role}>
            <span className="num t2 xs">{years.length === 0 ? t('phrases.noYear') : years.join('/')}</span>
            <span>{role}</span>
            <span className="cnt xs">{count}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
