import { useTranslation } from 'react-i18next';
import { LOOSE_FIND, createMatcher } from '#core/search/find';
import { leafOf, parentOf } from '#core/tag';
import { Combobox, type ComboboxOption } from './combobox';
import { collator, filterBy } from './format';

/** Something that can be picked; `words` when it is shown as something else than its value. */
export interface PickerOption {
  value: string;
  words?: string;
}

interface TagPickerProps {
  /** What is picked, for those who do not see it. */
  label: string;
  options: readonly PickerOption[];
  /** What stands in the empty field; as for tags without it. */
  placeholder?: string;
  autoFocus?: boolean;
  onPick: (value: string) => void;
  onCancel?: () => void;
}

const MOST_SHOWN = 60;

/** A field in which a tag is found by typing, marks ignored, and the list of those that fit. */
export function TagPicker({ options, placeholder, ...rest }: TagPickerProps) {
  const { t } = useTranslation();
  return (
    <Combobox
      {...rest}
      className="tag-picker"
      placeholder={placeholder ?? t('codebook.picker.hint')}
      none={t('codebook.picker.none')}
      optionsFor={(typed) => fittingOptions(options, typed).map(shownOption)}
    />
  );
}

/** The last level of a tag, under those above it. */
function shownOption({ value, words }: PickerOption): ComboboxOption {
  const above = words === undefined ? parentOf(value) : null;
  return {
    value,
    words: words ?? leafOf(value),
    title: words ?? value,
    ...(above !== null && { above: above.replaceAll('/', ' / ') }),
  };
}

/** In the order of the alphabet; while something is typed, those whose last level begins with it come first. */
function fittingOptions(options: readonly PickerOption[], typed: string): PickerOption[] {
  const fits = filterBy(typed);
  const matcher = createMatcher(typed, LOOSE_FIND);
  const wordsOf = ({ value, words }: PickerOption) => words ?? value;
  const begins = (option: PickerOption) => Number(matcher?.find(leafOf(wordsOf(option)))[0]?.start === 0);
  return options
    .filter((option) => fits(wordsOf(option)))
    .sort(
      (a, b) =>
        begins(b) - begins(a) ||
        Number(a.words === undefined) - Number(b.words === undefined) ||
        collator.compare(wordsOf(a), wordsOf(b)),
    )
    .slice(0, MOST_SHOWN);
}
