import { useEffect, useRef } from 'react';
import { GitMerge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DirectiveId, DirectiveRow } from '#core/directive';
import { mergeDirectives } from '../state/register-changes';
import { cancelRegister, chooseDirective, offerMerge, setRegister, useRegister } from '../state/registers';
import { attempt } from '../state/status';
import { Button } from '../ui/controls';
import { TagPicker } from '../ui/tag-picker';
import { nameOfId, nameOfRow, termWords } from './names';

/** Makes one of several documents: first the other one is found, then the one that stays is chosen. */
export function MergeStrip({ rows }: { rows: readonly DirectiveRow[] }) {
  const merging = useRegister((state) => state.merging);
  const shown = useRegister((state) => state.shown);
  const picked = useRegister((state) => state.picked);
  const there = rows.filter(({ id }) => picked.includes(id));
  if (there.length > 0) return <ChooseStaying picked={there} />;
  return merging && shown !== null ? <FindOther row={shown} rows={rows} /> : null;
}

function FindOther({ row, rows }: { row: DirectiveRow; rows: readonly DirectiveRow[] }) {
  const { t } = useTranslation();
  return (
    <div className="register-strip">
      <GitMerge size={15} strokeWidth={1.75} aria-hidden />
      <span className="xs nb">{t('register.mergeInto', { name: nameOfRow(row) })}</span>
      <TagPicker
        autoFocus
        label={t('register.mergeInto', { name: nameOfRow(row) })}
        placeholder={t('register.pick')}
        options={useOptions(row, rows)}
        onPick={(into) => offerMerge(row.id, into)}
        onCancel={cancelRegister}
      />
    </div>
  );
}

/** The other documents, as they are found by typing. */
export function useOptions(row: DirectiveRow, rows: readonly DirectiveRow[]) {
  const { t } = useTranslation();
  return rows
    .filter(({ id }) => id !== row.id)
    .map((other) => ({
      value: other.id,
      words: [nameOfRow(other), termWords(other, t), other.title].filter((part) => part !== '').join(' · '),
    }));
}

const focusTable = (strip: Element): void =>
  strip.parentElement?.querySelector<HTMLElement>('[role="grid"]')?.focus();

function ChooseStaying({ picked }: { picked: readonly DirectiveRow[] }) {
  const { t } = useTranslation();
  const stays = useRegister((state) => state.stays) ?? picked[0]?.id ?? '';
  const form = useRef<HTMLFormElement>(null);
  const many = picked.length > 1;
  useEffect(() => {
    if (many) form.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [many]);
  const merge = (ids: readonly DirectiveId[], into: DirectiveId) =>
    void attempt(async () => {
      await mergeDirectives(ids, into);
      if (form.current !== null) focusTable(form.current);
      cancelRegister();
      chooseDirective(into);
    });
  return (
    // The key is its fields', which are what the keyboard is on.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="register-strip"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        focusTable(event.currentTarget);
        cancelRegister();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (many)
          merge(
            picked.map(({ id }) => id),
            stays,
          );
      }}
    >
      <GitMerge size={15} strokeWidth={1.75} aria-hidden />
      <fieldset>
        <legend className="xs nb">{t(many ? 'register.whichStays' : 'register.pickAnother')}</legend>
        {picked.map(({ id }) => (
          <label key={id} className="xs">
            <input
              type="radio"
              name="stays"
              checked={id === stays}
              onChange={() => setRegister({ stays: id })}
            />{' '}
            {nameOfId(id, picked)}
            <span className="t3 num">{picked.find((row) => row.id === id)?.mentions}</span>
          </label>
        ))}
      </fieldset>
      <span className="end" />
      <Button onClick={cancelRegister}>{t('register.cancel')}</Button>
      <Button look="primary" type="submit" disabled={!many}>
        {t('register.mergeDo')}
      </Button>
    </form>
  );
}
