import { useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { emptyEntry, type DirectiveEntry, type DirectiveId, type DirectiveRow } from '#core/directive';
import {
  hasOnlyName,
  hasWholeName,
  likelyDocuments,
  typedDocument,
  type DocumentClues,
} from '#core/document-choice';
import { nameOfDocument, useDocumentsToChoose, type Passage } from '../state/documents';
import { useLibrary } from '../state/library';
import { Combobox, type ComboboxOption } from './combobox';
import { directiveName } from './directive-name';

interface DocumentPickerProps {
  label: string;
  placeholder: string;
  /** Where the document is cited, if that is known. */
  passage: Passage | null;
  /** The document that is set now. */
  now?: DirectiveId | undefined;
  /** Not offered. */
  except?: readonly string[];
  autoFocus?: boolean;
  /** An entry that says nothing is of a document that needs none. */
  onPick: (document: DirectiveEntry) => void;
  onCancel?: () => void;
  /** The field is left with this document typed into it. */
  onLeave?: (document: DirectiveEntry) => void;
}

const MOST_SHOWN = 50;
const NOWHERE = { id: '', publishedOn: null };

/** Finds a document of the register by number, name or issuer, the likeliest first, or makes one of what is typed. */
export function DocumentPicker(props: DocumentPickerProps) {
  const {
    label,
    placeholder,
    passage,
    now,
    except = [],
    autoFocus = false,
    onPick,
    onCancel,
    onLeave,
  } = props;
  const { t } = useTranslation();
  const [asked, setAsked] = useState(autoFocus);
  const choice = useDocumentsToChoose(passage, asked);
  const entries = useLibrary((state) => state.directives);
  const typedAs = (typed: string) => typedDocument(typed, passage?.article ?? NOWHERE, entries);
  const optionsFor = (typed: string): ComboboxOption[] => {
    if (choice === null) return [];
    const { rows, clues } = choice;
    const about = (row: DirectiveRow) => aboutRow(row, clues, now, t);
    const fitting = likelyDocuments(rows, clues, typed).filter(({ id }) => !except.includes(id));
    if (!/[\p{L}\p{N}]/u.test(typed))
      return fitting.slice(0, MOST_SHOWN).map((row) => optionOf(row, about(row)));
    const meant = typedAs(typed);
    const known = rows.find(({ id, aliases }) => id === meant.id || aliases.includes(meant.id));
    const others = fitting.filter((row) => row !== known).map((row) => optionOf(row, about(row)));
    if (known !== undefined) return [optionOf(known, about(known)), ...others].slice(0, MOST_SHOWN);
    const made = newOption(meant, t);
    // What is read as a number is meant so; other words rather look for something.
    return hasOnlyName(meant)
      ? [...others.slice(0, MOST_SHOWN - 1), made]
      : [made, ...others.slice(0, MOST_SHOWN - 1)];
  };
  return (
    <Combobox
      className="document-picker"
      inFlow
      label={label}
      placeholder={placeholder}
      none={t('documents.nothing')}
      autoFocus={autoFocus}
      optionsFor={optionsFor}
      onFocus={() => setAsked(true)}
      onPick={(id, typed) => {
        const isKnown = choice?.rows.some((row) => row.id === id) ?? false;
        onPick(isKnown ? emptyEntry(id) : typedAs(typed));
      }}
      {...(onCancel !== undefined && { onCancel })}
      {...(onLeave !== undefined && {
        onLeave: (typed: string) => {
          if (/[\p{L}\p{N}]/u.test(typed)) onLeave(typedAs(typed));
        },
      })}
    />
  );
}

const optionOf = (row: DirectiveRow, below: string): ComboboxOption => ({
  ...{ value: row.id, words: nameOfDocument(row), below },
});

function newOption(entry: DirectiveEntry, t: TFunction): ComboboxOption {
  const isRead = !hasOnlyName(entry);
  const name = hasWholeName(entry.id) ? directiveName(entry.id) : entry.title;
  return {
    value: entry.id,
    words: t('documents.make', { name }),
    below: t(isRead ? 'documents.makeRead' : 'documents.makePlain'),
  };
}

/** What tells it from others, and what speaks for it. */
function aboutRow(
  { id, term, issuer, issuerName, title, mentions }: DirectiveRow,
  { read, cited }: DocumentClues,
  now: DirectiveId | undefined,
  t: TFunction,
): string {
  const here = cited.get(id) ?? 0;
  return [
    id === now ? t('documents.now') : '',
    term === null ? '' : t(term.certain ? 'register.termIs' : 'register.termPerhaps', { term: term.roman }),
    issuerName ?? issuer ?? '',
    title,
    read.includes(id)
      ? t('documents.read')
      : here > 0
        ? t('documents.cited', { count: here })
        : t(mentions > 0 ? 'documents.mentions' : 'documents.notCited', { count: mentions }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
