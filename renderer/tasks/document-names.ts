import { createContext, useContext, useMemo } from 'react';
import type { TaskRow } from '#core/task-list';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { directiveName, isDirectiveId } from '../ui/directive-name';

/** How the articles write the documents whose ids do not hold their whole names. */
type Spellings = ReadonlyMap<string, string>;

const NONE: Spellings = new Map();
const Names = createContext<Spellings>(NONE);
export const DocumentNames = Names.Provider;

/** A law, or a congress of an organisation, has no number to be called by. */
const hasWholeName = (id: string): boolean =>
  !isDirectiveId(id) || /^[a-z-]+:(?:\d|HNTW|DH\d+(?:#|$))/u.test(id);

/** The spellings of the documents that tasks rest on; the register is asked only where an id is not enough. */
export function useDocumentNames(rows: readonly TaskRow[] | null): Spellings {
  const ids = [...new Set(rows?.flatMap(({ facts }) => facts.basis) ?? [])]
    .filter((id) => !hasWholeName(id))
    .sort();
  const key = ids.join('\n');
  const names = useAnswer(`names ${key}`, async () => {
    if (key === '') return NONE;
    const wanted = new Set(key.split('\n'));
    const { rows: documents } = await call('directives.list', { complete: true });
    return new Map(
      documents.flatMap(({ id, aliases, spellings: [words] }) =>
        words === undefined
          ? []
          : [id, ...aliases].filter((each) => wanted.has(each)).map((each) => [each, words] as const),
      ),
    );
  });
  return names ?? NONE;
}

/** What a document is called here. */
export function useDocumentName(): (id: string) => string {
  const names = useContext(Names);
  return useMemo(() => (id) => directiveName(id, names.get(id)), [names]);
}

export const useSpellings = (): Spellings => useContext(Names);
