type Entry = { readonly restsOn: string; readonly value: unknown };

/** How the proofs of several things are told apart, and which rules each rests on. */
export type ProofKeys<T> = { readonly name: (item: T) => string; readonly restsOn: (item: T) => string };

/**
 * What was proven of a pack before, so that after an edit only what rests on the edited rules is proven again. Kept in memory, under the
 * name of what was proven; a proof counts as long as the rules that it rests on say the same.
 */
export class ProofMemo {
  private readonly entries = new Map<string, Entry>();
  private readonly names = new Map<string, string>();

  /** A short name for a text, the same as long as the memo lives. */
  shorten(text: string): string {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const name = `#${this.names.size}`;
    this.names.set(text, name);
    return name;
  }

  /** The last proof of this name if it still counts; otherwise a new one. */
  recall<T>(name: string, restsOn: string, prove: () => T): T {
    const known = this.entries.get(name);
    if (known?.restsOn === restsOn) return known.value as T;
    const value = prove();
    this.entries.set(name, { restsOn, value });
    return value;
  }

  /** The same for many things at once: those whose proofs no longer count are proven together. */
  recallEach<T, R>(items: readonly T[], keys: ProofKeys<T>, prove: (fresh: readonly T[]) => ReadonlyMap<T, R>): ReadonlyMap<T, R> {
    const found = new Map<T, R>();
    const fresh: T[] = [];
    for (const item of items) {
      const known = this.entries.get(keys.name(item));
      if (known?.restsOn === keys.restsOn(item)) found.set(item, known.value as R);
      else fresh.push(item);
    }
    if (fresh.length === 0) return found;
    for (const [item, value] of prove(fresh)) {
      this.entries.set(keys.name(item), { restsOn: keys.restsOn(item), value });
      found.set(item, value);
    }
    return found;
  }

  /**
   * A proof by example: the last one is shown again, and a new one is looked for only if it no longer shows anything.
   *
   * @param restsOn what makes an example lawful
   */
  recallExample<T>(name: string, restsOn: string, { stillShows, find }: ExampleSearch<T>): T | undefined {
    const known = this.entries.get(name);
    if (known?.restsOn === restsOn && stillShows(known.value as T)) return known.value as T;
    const value = find();
    if (value !== undefined) this.entries.set(name, { restsOn, value });
    return value;
  }
}

type ExampleSearch<T> = { readonly stillShows: (example: T) => boolean; readonly find: () => T | undefined };
