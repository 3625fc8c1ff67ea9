import type { Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import { foldedTag, tidyTag } from '#core/tag';
import { retag, usersOf } from '../store/retag';
import { changeOfTags, isUnder, renamedTags, renamer, spelledAsIn, withTags } from '../store/tags';
import type { Context } from './context';
import { tagCounter } from './tag-counts';
import { inBatches, viewOrNull } from './views';

type TagCalls = `tags.${'put' | 'rename' | 'remove' | 'restore' | 'use' | 'counts'}`;

/** The codebook. Which articles use a tag is known from the catalogue, once it was compared with the files. */
export function tagHandlers({ store, now }: Context): Pick<Handlers, TagCalls> {
  const counts = tagCounter(store);
  return {
    'tags.counts': counts,
    'tags.put': ({ tags }) =>
      store.change((transaction) => {
        const put = tags.map((tag) => {
          const name = nameOf(tag.name);
          return { ...tag, name: spelledAsIn(store.library.tags, [name])[0] ?? name };
        });
        return retag(transaction, { put, drop: [], order: [], annotations: [] }, now().toISOString());
      }),
    'tags.rename': async ({ from, to: typed, merge }) => {
      const to = nameOf(typed);
      await store.verified();
      return store.change(async (transaction) => {
        const users = await usersOf(transaction, from);
        const before = withTags(
          store.library.tags,
          users.flatMap(({ tags }) => tags),
        );
        const after = renamedTags(before, from, to, merge);
        const rename = renamer(from, to);
        const annotations = users.map((user) => ({
          ...user,
          tags: spelledAsIn(after, user.tags.map(rename)),
        }));
        return retag(transaction, { ...changeOfTags(before, after), annotations }, now().toISOString());
      });
    },
    'tags.remove': async ({ name }) => {
      await store.verified();
      return store.change(async (transaction) => {
        const users = await usersOf(transaction, name);
        const drop = store.library.tags.map((tag) => tag.name).filter((known) => isUnder(known, name));
        if (drop.length + users.length === 0) throw new Refusal('tag-not-found', { name });
        const annotations = users.map((user) => ({
          ...user,
          tags: user.tags.filter((tag) => !isUnder(tag, name)),
        }));
        return retag(transaction, { put: [], drop, order: [], annotations }, now().toISOString());
      });
    },
    'tags.restore': (change) =>
      store.change((transaction) => retag(transaction, change, now().toISOString())),
    'tags.use': async ({ name }) => {
      await store.verified();
      const summaries = store.catalogue
        .summaries()
        .filter(({ tags }) => tags.some((tag) => isUnder(tag, name)));
      const views = await inBatches(summaries, ({ id }) => viewOrNull(store, id));
      const users = views.flatMap((view) =>
        view === null ? [] : view.annotations.filter(({ tags }) => tags.some((tag) => isUnder(tag, name))),
      );
      return {
        tags: store.library.tags.filter((tag) => isUnder(tag.name, name)).length,
        own: users.filter(({ tags }) => tags.some((tag) => foldedTag(tag) === foldedTag(name))).length,
        annotations: users.length,
        articles: new Set(users.map(({ articleId }) => articleId)).size,
      };
    },
  };
}

function nameOf(typed: string): string {
  const name = tidyTag(typed);
  if (name === '') throw new Refusal('bad-input', { detail: 'name' });
  return name;
}
