import type { Handlers } from '#core/gateway';
import { sameLink, sameRef, type AnnotationLink, type AnnotationRef } from '#core/link';
import { Refusal } from '#core/refusal';
import type { Transaction } from '../store/transaction';
import type { Context } from './context';
import { takenOut, withReplaced } from './lists';

type LinkCalls = 'links.add' | 'links.put' | 'links.remove';

export function linkHandlers({ store, now, newId }: Context): Pick<Handlers, LinkCalls> {
  return {
    'links.add': (input) =>
      store.change(async (transaction) => {
        const link = { id: newId(), ...input, createdAt: now().toISOString() };
        await confirmEnds(transaction, link, 'present');
        await transaction.library((library) => {
          refuseRepeated([...library.links, link]);
          return { ...library, links: [...library.links, link] };
        });
        return link;
      }),
    'links.put': ({ links }) =>
      store.change(async (transaction) => {
        for (const link of links) await confirmEnds(transaction, link, 'known');
        await transaction.library((library) => {
          const all = withReplaced(library.links, links);
          refuseRepeated(all);
          return { ...library, links: all };
        });
        return {};
      }),
    'links.remove': ({ ids }) =>
      store.change(async (transaction) => {
        const { taken } = takenOut(store.library.links, ids, 'link-not-found');
        await transaction.library((library) => ({
          ...library,
          links: takenOut(library.links, ids, 'link-not-found').left,
        }));
        return taken;
      }),
  };
}

/** A link that comes back may come before the annotations that it joins do: these are `known` but removed. */
async function confirmEnds(
  transaction: Transaction,
  { from, to }: AnnotationLink,
  ends: 'present' | 'known',
): Promise<void> {
  if (sameRef(from, to)) throw new Refusal('link-to-itself');
  for (const end of [from, to]) await confirmEnd(transaction, end, ends);
}

async function confirmEnd(
  transaction: Transaction,
  { articleId, annotationId }: AnnotationRef,
  ends: 'present' | 'known',
): Promise<void> {
  const { annotations, removed } = (await transaction.files(articleId)).annotations.value;
  const known = ends === 'present' ? annotations : [...annotations, ...removed];
  if (known.some(({ id }) => id === annotationId)) return;
  throw new Refusal('annotation-not-found', { id: annotationId });
}

function refuseRepeated(links: readonly AnnotationLink[]): void {
  const isRepeated = links.some((link, index) =>
    links.slice(0, index).some((other) => sameLink(link, other)),
  );
  if (isRepeated) throw new Refusal('link-exists');
}
