import type { ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { COLOURS, KINDS, type AnnotationKind, type Colour } from '#core/annotation';
import { IconButton } from './controls';
import type { FilterChip } from './filter-chips';
import { KindGlyph } from './kinds';
import './filter-fields.css';

/** One line of a filter: what is asked for, and the values. */
export const FilterRow = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="filter-row" role="group" aria-label={name}>
    <span className="name">{name}</span>
    <div className="values">{children}</div>
  </div>
);

/** The list without the value, or with it; in the order of `all`. */
export const toggledIn = <T,>(all: readonly T[], list: readonly T[] | undefined, value: T): T[] =>
  all.filter((each) => (list?.includes(each) ?? false) !== (each === value));

/** What annotations look like that are asked for. */
interface Look {
  kinds: readonly AnnotationKind[];
  colours: readonly Colour[];
  onLook: (patch: { kinds?: AnnotationKind[]; colours?: Colour[] }) => void;
}

/** The lines of a filter for kind and colour. */
export function LookFields({ kinds, colours, onLook }: Look) {
  const { t } = useTranslation();
  return (
    <>
      <FilterRow name={t('notesDeep.filter.kind')}>
        {KINDS.map((kind) => (
          <IconButton
            key={kind}
            small
            className={`k-${kind}`}
            label={t(`kind.${kind}`)}
            aria-pressed={kinds.includes(kind)}
            onClick={() => onLook({ kinds: toggledIn(KINDS, kinds, kind) })}
          >
            <KindGlyph kind={kind} size={15} />
          </IconButton>
        ))}
      </FilterRow>
      <FilterRow name={t('notesDeep.filter.colour')}>
        <span className="swatches">
          {COLOURS.map((colour) => (
            <button
              key={colour}
              type="button"
              className={`c-${colour}`}
              aria-pressed={colours.includes(colour)}
              aria-label={t(`colour.${colour}`)}
              title={t(`colour.${colour}`)}
              onClick={() => onLook({ colours: toggledIn(COLOURS, colours, colour) })}
            >
              <span className="swatch" />
            </button>
          ))}
        </span>
      </FilterRow>
    </>
  );
}

/** The chips for the kinds and colours that are asked for. */
export function lookChips({ kinds, colours, onLook }: Look, t: TFunction): FilterChip[] {
  return [
    ...kinds.map((kind) => ({
      key: `kind ${kind}`,
      words: t(`kind.${kind}`),
      mark: (
        <span className={`mark k-${kind}`}>
          <KindGlyph kind={kind} />
        </span>
      ),
      onRemove: () => onLook({ kinds: toggledIn(KINDS, kinds, kind) }),
    })),
    ...colours.map((colour) => ({
      key: `colour ${colour}`,
      words: t(`colour.${colour}`),
      mark: <span className={`swatch c-${colour}`} />,
      onRemove: () => onLook({ colours: toggledIn(COLOURS, colours, colour) }),
    })),
  ];
}
