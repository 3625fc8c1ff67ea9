import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { COLOURS, KINDS } from '#core/annotation';
import { useLibrary } from '../state/library';
import { clearNoteFilter, closeNoteFilter, narrowNotes, useNoteFilter } from '../state/note-filter';
import { IconButton } from '../ui/controls';
import { FilterChips } from '../ui/filter-chips';
import { isComposing } from '../ui/fields';
import { dayText, parseDay } from '../ui/format';
import { KindGlyph } from '../ui/kinds';
import { ANCHORS, conditionsOf, toggledIn } from './filter-words';
import { TagField } from './tag-field';

/** What the margin is narrowed to, as chips; and the fields that change it while they are asked for. */
export function FilterBar() {
  const { t } = useTranslation();
  const filter = useNoteFilter((state) => state.filter);
  const open = useNoteFilter((state) => state.open);
  const chips = conditionsOf(filter, t).map(({ kind, colour, ...chip }) => ({
    ...chip,
    mark:
      kind !== undefined ? (
        <span className={`mark k-${kind}`}>
          <KindGlyph kind={kind} />
        </span>
      ) : (
        colour !== undefined && <span className={`swatch c-${colour}`} />
      ),
  }));
  if (!open && chips.length === 0) return null;
  return (
    <div role="search" className="filter-bar" aria-label={t('notesDeep.filter.title')}>
      {open && <FilterFields />}
      <FilterChips chips={chips} onClear={clearNoteFilter} />
    </div>
  );
}

/** The fields of the filter. Escape in any of them shows all notes again. */
function FilterFields() {
  const asked = useNoteFilter((state) => state.asked);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) fields.current?.querySelector('button')?.focus();
  }, [asked]);
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="filter-fields"
      ref={fields}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
        event.stopPropagation();
        clearNoteFilter();
        closeNoteFilter();
      }}
    >
      <LookFields />
      <OtherFields />
    </div>
  );
}

/** What the notes look like: their kind and colour. */
function LookFields() {
  const { t } = useTranslation();
  const { kinds, colours } = useNoteFilter((state) => state.filter);
  return (
    <>
      <Row name={t('notesDeep.filter.kind')}>
        {KINDS.map((kind) => (
          <IconButton
            key={kind}
            small
            className={`k-${kind}`}
            label={t(`kind.${kind}`)}
            aria-pressed={kinds?.includes(kind) ?? false}
            onClick={() => narrowNotes({ kinds: toggledIn(KINDS, kinds, kind) })}
          >
            <KindGlyph kind={kind} size={15} />
          </IconButton>
        ))}
      </Row>
      <Row name={t('notesDeep.filter.colour')}>
        <span className="swatches">
          {COLOURS.map((colour) => (
            <button
              key={colour}
              type="button"
              className={`c-${colour}`}
              aria-pressed={colours?.includes(colour) ?? false}
              aria-label={t(`colour.${colour}`)}
              title={t(`colour.${colour}`)}
              onClick={() => narrowNotes({ colours: toggledIn(COLOURS, colours, colour) })}
            >
              <span className="swatch" />
            </button>
          ))}
        </span>
      </Row>
    </>
  );
}

function OtherFields() {
  const { t } = useTranslation();
  const { tags = [], anchors, withNote, from, to } = useNoteFilter((state) => state.filter);
  const codebook = useLibrary((state) => state.tags);
  return (
    <>
      <Row name={t('notesDeep.filter.anchor')}>
        {ANCHORS.map((anchor) => (
          <Choice
            key={anchor}
            on={anchors?.includes(anchor) ?? false}
            words={t(`notesDeep.filter.anchors.${anchor}`)}
            onClick={() => narrowNotes({ anchors: toggledIn(ANCHORS, anchors, anchor) })}
          />
        ))}
      </Row>
      <Row name={t('notesDeep.filter.note')}>
        {[true, false].map((wanted) => (
          <Choice
            key={String(wanted)}
            on={withNote === wanted}
            words={t(wanted ? 'notesDeep.filter.withNote' : 'notesDeep.filter.withoutNote')}
            onClick={() => narrowNotes({ withNote: withNote === wanted ? undefined : wanted })}
          />
        ))}
      </Row>
      <Row name={t('notesDeep.filter.tag')}>
        <TagField
          tags={tags}
          known={codebook.map(({ name }) => name)}
          onChange={(wanted) => narrowNotes({ tags: wanted })}
        />
      </Row>
      <Row name={t('notesDeep.filter.made')}>
        <DayField name={t('notesDeep.filter.from')} day={from} onDay={(day) => narrowNotes({ from: day })} />
        <span className="t3" aria-hidden>
          –
        </span>
        <DayField name={t('notesDeep.filter.to')} day={to} onDay={(day) => narrowNotes({ to: day })} />
      </Row>
    </>
  );
}

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="filter-row" role="group" aria-label={name}>
    <span className="name">{name}</span>
    <div className="values">{children}</div>
  </div>
);

const Choice = ({ on, words, onClick }: { on: boolean; words: string; onClick: () => void }) => (
  <button type="button" className={`chip ${on ? 'on' : ''}`} aria-pressed={on} onClick={onClick}>
    {words}
  </button>
);

interface DayFieldProps {
  name: string;
  day: string | undefined;
  onDay: (day: string | undefined) => void;
}

/** A day as it is written in Vietnamese; it counts when it is a day, and is told apart when it is none. */
function DayField({ name, day, onDay }: DayFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.trim() !== '' && parseDay(typed) === null;
  return (
    <input
      className="input num"
      value={typed ?? (day === undefined ? '' : dayText(day))}
      placeholder="1/7/2024"
      aria-label={`${t('notesDeep.filter.made')} ${name}`}
      aria-invalid={wrong}
      title={wrong ? t('notesDeep.filter.wrongDay') : name}
      spellCheck={false}
      onChange={({ target: { value } }) => {
        setTyped(value);
        onDay(parseDay(value) ?? undefined);
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
    />
  );
}
