import type { Fault } from './fault.ts';
import { describeFound, findNearest } from './fault.ts';
import type { Derived, Group, Question } from './schema/pack-schema.ts';

/** What the ids in a condition can stand for. */
export type Scope = {
  questions: ReadonlyMap<string, Question>;
  derived: ReadonlyMap<string, Derived>;
  groups: ReadonlyMap<string, Group>;
  routeSets: Readonly<Record<string, readonly string[]>>;
  routeIds: ReadonlySet<string>;
};

/** Collects the faults of one file. */
export class FaultList {
  readonly faults: Fault[] = [];

  constructor(readonly file: string) {}

  add(path: string, expected: string, found: unknown): void {
    this.faults.push({ file: this.file, path, expected, found: describeFound(found) });
  }

  /** Reports an id that does not exist, with the nearest one that does. */
  addUnknownId(path: string, what: string, id: string, known: Iterable<string>): void {
    const nearest = findNearest(id, known);
    this.add(path, nearest ? `the id of ${what}; did you mean "${nearest}"?` : `the id of ${what}`, id);
  }
}

/** The routes that a list of route ids and route sets names. A set that leads back to itself adds nothing; linking refuses it. */
export function expandRoutes(names: readonly string[], scope: Pick<Scope, 'routeSets'>, inside: ReadonlySet<string> = new Set()): readonly string[] {
  const expand = (name: string): readonly string[] => {
    if (!Object.hasOwn(scope.routeSets, name)) return [name];
    return inside.has(name) ? [] : expandRoutes(scope.routeSets[name] ?? [], scope, new Set([...inside, name]));
  };
  return [...new Set(names.flatMap(expand))];
}
