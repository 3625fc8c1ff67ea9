import { expect } from 'vitest';
import { textOf } from '#core/article';
import type { CallOutput } from '#core/contract';
import type { TagChange } from '#core/tag';
import {
  EMPTY_MODEL,
  stepped,
  withAnnotations,
  withRenamed,
  without,
  withoutAnnotations,
  withoutTag,
  type Model,
  type ModelAnnotation,
} from './replay-model';
import type { Changing, Of, Operation } from './replay-operations';
import { codeOf, sure, type Opened } from './support';

/** A change that was made: what takes it back and makes it again, and the model on both sides of it. */
interface Step {
  undo: () => Promise<unknown>;
  redo: () => Promise<unknown>;
  before: Model;
  after: Model;
  isOfTags: boolean;
}

type Both = Pick<Step, 'undo' | 'redo'>;

/** A library and, beside it, the model that it is compared with. */
export class Replay {
  model = EMPTY_MODEL;
  readonly #done: Step[] = [];
  #undone: Step[] = [];

  constructor(
    public library: Opened,
    readonly articles: readonly { id: string; text: string }[],
  ) {}

  async run(made: Operation): Promise<void> {
    if (made.do === 'undo') await this.undo();
    else if (made.do === 'redo') await this.#redo();
    else await this.#change(made);
  }

  /** Returns whether there was something to take back. */
  async undo(): Promise<boolean> {
    const step = this.#done.pop();
    if (step === undefined) return false;
    await step.undo();
    const before = stepped(this.model, step.after, step.before, step.isOfTags);
    this.#undone.push({ ...step, before, after: this.model });
    this.model = before;
    return true;
  }

  async #redo(): Promise<void> {
    const step = this.#undone.pop();
    if (step === undefined) return;
    await step.redo();
    const after = stepped(this.model, step.before, step.after, step.isOfTags);
    this.#done.push({ ...step, before: this.model, after });
    this.model = after;
  }

  async #change(made: Changing): Promise<void> {
    const before = this.model;
    const both = await this.#perform(made);
    if (both === null) return;
    const isOfTags = made.do === 'rename' || made.do === 'removeTag';
    this.#done.push({ ...both, before, after: this.model, isOfTags });
    this.#undone = [];
  }

  /** Makes the change in both; null when there is nothing that it could be made to, or it was rightly refused. */
  #perform(made: Changing): Promise<Both | null> {
    switch (made.do) {
      case 'add':
        return this.#add([made.marked]);
      case 'addMany':
        return this.#add(made.all);
      case 'update':
        return this.#update([made.pick], made.patch);
      case 'updateMany':
        return this.#update(made.picks, made.patch);
      case 'move':
        return this.#move(made);
      case 'remove':
        return this.#remove(made.pick);
      case 'rename':
        return this.#changeTags(withRenamed(this.model, made.from, made.to, made.merge), (library) =>
          library.gateway('tags.rename', made, 'window'),
        );
      case 'removeTag':
        return this.#changeTags(withoutTag(this.model, made.name), (library) =>
          library.gateway('tags.remove', made, 'window'),
        );
      case 'link':
        return this.#link(made);
      case 'unlink':
        return this.#unlink(made.pick);
    }
  }

  async #add(all: Of<'addMany'>['all']): Promise<Both> {
    const items = all.map(({ article, quote, colour, tags }) => ({
      articleId: sure(this.articles[article]).id,
      target: { quote },
      kind: 'task' as const,
      colour,
      tags,
    }));
    const [item] = items;
    const added =
      items.length === 1
        ? [await this.library.call('annotations.add', sure(item))]
        : await this.library.call('annotations.addMany', { items });
    this.model = withAnnotations(
      this.model,
      added.map(({ id }, index) => {
        const { article, quote, colour, tags } = sure(all[index]);
        const { id: articleId, text } = sure(this.articles[article]);
        return [id, { articleId, quote, start: text.indexOf(quote), colour, tags, note: '' }];
      }),
    );
    const each = (name: 'annotations.remove' | 'annotations.restore') => async () => {
      for (const { id: articleId } of this.articles) {
        const ids = added.filter((annotation) => annotation.articleId === articleId).map(({ id }) => id);
        if (ids.length > 0) await this.library.call(name, { articleId, ids });
      }
    };
    return { undo: each('annotations.remove'), redo: each('annotations.restore') };
  }

  async #update(picks: readonly number[], wanted: Of<'update'>['patch']): Promise<Both | null> {
    const ids = [...new Set(picks.flatMap((number) => this.#picked(number) ?? []))];
    if (ids.length === 0) return null;
    const changes = ids.map((id) => ({ ...this.#ref(id), patch: wanted }));
    const [change] = changes;
    const changed =
      changes.length === 1
        ? [await this.library.call('annotations.update', sure(change))]
        : await this.library.call('annotations.updateMany', { changes });
    this.model = withAnnotations(
      this.model,
      ids.map((id) => [id, { ...sure(this.model.annotations.get(id)), ...wanted }]),
    );
    const all = (side: 'before' | 'after') => () =>
      this.library.call('annotations.updateMany', {
        changes: changed.map(({ [side]: { articleId, id, colour, note, tags } }) => ({
          articleId,
          id,
          patch: { colour, note, tags },
        })),
      });
    return { undo: all('before'), redo: all('after') };
  }

  async #move({ pick: number, quote }: Of<'move'>): Promise<Both | null> {
    const id = this.#picked(number);
    if (id === null) return null;
    const { before, after } = await this.library.call('annotations.move', {
      ...this.#ref(id),
      target: { quote },
    });
    const moved = sure(this.model.annotations.get(id));
    const { text } = sure(this.articles.find((article) => article.id === moved.articleId));
    this.model = withAnnotations(this.model, [[id, { ...moved, quote, start: text.indexOf(quote) }]]);
    const to =
      ({ articleId, target, anchor, revision }: CallOutput<'annotations.add'>) =>
      () =>
        this.library.call('annotations.putBack', { articleId, id, target, anchor, revision });
    return { undo: to(before), redo: to(after) };
  }

  async #remove(number: number): Promise<Both | null> {
    const id = this.#picked(number);
    if (id === null) return null;
    const refs = { articleId: this.#ref(id).articleId, ids: [id] };
    await this.library.call('annotations.remove', refs);
    this.model = withoutAnnotations(this.model, refs.ids);
    return {
      undo: () => this.library.call('annotations.restore', refs),
      redo: () => this.library.call('annotations.remove', refs),
    };
  }

  async #changeTags(
    model: Model | null,
    change: (library: Opened) => ReturnType<Opened['gateway']>,
  ): Promise<Both | null> {
    const reply = await change(this.library);
    expect(reply.ok).toBe(model !== null);
    if (model === null || !reply.ok) return null;
    this.model = model;
    let back = reply.value as TagChange;
    const restore = async () => {
      back = await this.library.call('tags.restore', back);
    };
    return { undo: restore, redo: restore };
  }

  async #link({ from, to, relation }: Of<'link'>): Promise<Both | null> {
    const ends = [this.#picked(from), this.#picked(to)] as const;
    if (ends[0] === null || ends[1] === null) return null;
    const input = { from: this.#end(ends[0]), to: this.#end(ends[1]), relation };
    const isMutual = relation === 'contradicts' || relation === 'related';
    const isThere = [...this.model.links.values()].some(
      (link) =>
        link.relation === relation &&
        ((link.from === ends[0] && link.to === ends[1]) ||
          (isMutual && link.from === ends[1] && link.to === ends[0])),
    );
    if (ends[0] === ends[1] || isThere) {
      const code = ends[0] === ends[1] ? 'link-to-itself' : 'link-exists';
      expect(await codeOf(this.library, 'links.add', input)).toBe(code);
      return null;
    }
    const link = await this.library.call('links.add', input);
    const links = new Map(this.model.links).set(link.id, { from: ends[0], to: ends[1], relation });
    this.model = { ...this.model, links };
    return {
      undo: () => this.library.call('links.remove', { ids: [link.id] }),
      redo: () => this.library.call('links.put', { links: [link] }),
    };
  }

  async #unlink(number: number): Promise<Both | null> {
    const ids = [...this.model.links.keys()];
    const id = ids[number % ids.length];
    if (id === undefined) return null;
    const links = await this.library.call('links.remove', { ids: [id] });
    this.model = { ...this.model, links: without(this.model.links, [id]) };
    return {
      undo: () => this.library.call('links.put', { links }),
      redo: () => this.library.call('links.remove', { ids: [id] }),
    };
  }

  #picked(number: number): string | null {
    const ids = [...this.model.annotations.keys()];
    return ids[number % ids.length] ?? null;
  }

  #ref(id: string): { articleId: string; id: string } {
    return { articleId: sure(this.model.annotations.get(id)).articleId, id };
  }

  #end(id: string): { articleId: string; annotationId: string } {
    return { articleId: this.#ref(id).articleId, annotationId: id };
  }

  async expectSame(): Promise<void> {
    const { tags, links, articles } = await this.library.call('library.snapshot', {});
    expect(tags.map((tag) => tag.name).sort()).toEqual([...this.model.names].sort());
    expect(
      new Map(
        links.map(({ id, from, to, relation }) => [
          id,
          { from: from.annotationId, to: to.annotationId, relation },
        ]),
      ),
    ).toEqual(this.model.links);
    const stored = new Map<string, ModelAnnotation>();
    for (const { id: articleId, text } of this.articles) {
      const view = await this.library.call('articles.get', { id: articleId });
      expect(textOf(view.article)).toBe(text);
      for (const { id, anchor, target, colour, tags: names, note } of view.annotations) {
        expect([anchor, text.slice(target.start, target.end)]).toEqual(['exact', target.quote.exact]);
        stored.set(id, {
          articleId,
          quote: target.quote.exact,
          start: target.start,
          colour,
          tags: names,
          note,
        });
      }
      const used = new Set(view.annotations.flatMap((annotation) => annotation.tags));
      const summary = sure(articles.find((article) => article.id === articleId));
      expect(summary.annotations).toBe(view.annotations.length);
      expect(new Set(summary.tags)).toEqual(used);
    }
    expect(stored).toEqual(this.model.annotations);
  }
}
