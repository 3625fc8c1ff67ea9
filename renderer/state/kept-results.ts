import { create, type StoreApi, type UseBoundStore } from 'zustand';

interface Ready<T> {
  ready: ReadonlyMap<string, T>;
}

/** Results that take long, by what they were made from. Those made last are kept. */
export interface KeptResults<T> {
  /** For following them in a component. */
  use: UseBoundStore<StoreApi<Ready<T>>>;
  get(key: string): T | undefined;
  /** Makes a result unless it is there or under way. */
  prepare(key: string, make: () => Promise<T>): Promise<void>;
}

export function keepResults<T>(most: number): KeptResults<T> {
  const use = create<Ready<T>>(() => ({ ready: new Map() }));
  const underWay = new Map<string, Promise<void>>();
  const run = async (key: string, make: () => Promise<T>) => {
    try {
      const made = await make();
      use.setState(({ ready }) => ({ ready: new Map([...ready, [key, made] as const].slice(-most)) }));
    } finally {
      underWay.delete(key);
    }
  };
  return {
    use,
    get: (key) => use.getState().ready.get(key),
    prepare(key, make) {
      if (use.getState().ready.has(key)) return Promise.resolve();
      const running = underWay.get(key) ?? run(key, make);
      underWay.set(key, running);
      return running;
    },
  };
}
