import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLibrary } from '../state/library';
import { clearNoteFilter, closeNoteFilter, narrowNotes, useNoteFilter } from '../state/note-filter';
import { FilterChips } from '../ui/filter-chips';
import { FilterRow, LookFields, toggledIn } from '../ui/filter-fields';
import { isComposing } from '../ui/fields';
import { dayText, parseDay } from '../ui/format';
import { ANCHORS, conditionsOf } from './filter-words';
import { TagField } from './tag-field';

/** What the margin is narrowed to, as chips; and the fields that change it while they are asked for. */
export function FilterBar() {
  const { t } = useTranslation();
  const filter = useNoteFilter((state) => state.filter);
  const open = useNoteFilter((state) => state.open);
  const chips = conditionsOf(filter, t);
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
  const { kinds, colours } = useNoteFilter((state) => state.filter);
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
      <LookFields kinds={kinds ?? []} colours={colours ?? []} onLook={narrowNotes} />
      <OtherFields />
    </div>
  );
}

function OtherFields() {
  const { t } = useTranslation();
  const { tags = [], anchors, withNote, from, to } = useNoteFilter((state) => state.filter);
  const codebook = useLibrary((state) => state.tags);
  return (
    <>
      <FilterRow name={t('notesDeep.filter.anchor')}>
        {ANCHORS.map((anchor) => (
          <Choice
            key={anchor}
            on={anchors?.includes(anchor) ?? false}
            words={t(`notesDeep.filter.anchors.${anchor}`)}
            onClick={() => narrowNotes({ anchors: toggledIn(ANCHORS, anchors, anchor) })}
          />
        ))}
      </FilterRow>
      <FilterRow name={t('notesDeep.filter.note')}>
        {[true, false].map((wanted) => (
          <Choice
            key={String(wanted)}
            on={withNote === wanted}
            words={t(wanted ? 'notesDeep.filter.withNote' : 'notesDeep.filter.withoutNote')}
            onClick={() => narrowNotes({ withNote: withNote === wanted ? undefined : wanted })}
          />
        ))}
      </FilterRow>
      <FilterRow name={t('notesDeep.filter.tag')}>
        <TagField
          tags={tags}
          known={codebook.map(({ name }) => name)}
          onChange={(wanted) => narrowNotes({ tags: wanted })}
        />
      </FilterRow>
      <FilterRow name={t('notesDeep.filter.made')}>
        <DayField name={t('notesDeep.filter.from')} day={from} onDay={(day) => narrowNotes({ from: day })} />
        <span className="t3" aria-hidden>
          –
        </span>
        <DayField name={t('notesDeep.filter.to')} day={to} onDay={(day) => narrowNotes({ to: day })} />
      </FilterRow>
    </>
  );
}

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
