import type { CompiledPack } from '../rules/index.ts';
import type { Witness } from './finding.ts';
import { questionsIn } from './list-trees.ts';
import type { Level } from './walk-interview.ts';
import { walkInterview } from './walk-interview.ts';

/** Labels of the diagram: ids where there are no texts. */
export type GraphLabels = {
  readonly question: (id: string) => string;
  readonly route: (id: string) => string;
  readonly level: (level: Level) => string;
};

type Edge = { readonly from: string; readonly to: string };

/**
 * The interview as a Mermaid flowchart: what is asked after what, grouped by what the answers decide, and the routes at the end. An
 * arrow stands for every pair of questions that follow each other in at least one of the cases.
 */
export function drawInterview(compiled: CompiledPack, cases: readonly Witness[], labels: GraphLabels): string {
  const levels = new Map<string, Level>();
  const edges = new Map<string, Edge & { count: number }>();
  const count = (from: string, to: string): void => {
    const key = `${from} ${to}`;
    edges.set(key, { from, to, count: (edges.get(key)?.count ?? 0) + 1 });
  };
  for (const witness of cases) {
    const { steps } = walkInterview(compiled, witness);
    for (const { question, decides } of steps) if (rank(decides) < rank(levels.get(question))) levels.set(question, decides);
    steps.slice(1).forEach(({ question }, index) => {
      count(`q_${steps[index]?.question ?? ''}`, `q_${question}`);
    });
  }
  return [
    'flowchart TD',
    ...(['route', 'outcome', 'list'] as const).flatMap((level) => drawLevel(level, { compiled, levels, labels })),
    ...keepMain([...edges.values()]).map(({ from, to }) => `  ${from} --> ${to}`),
    ...drawRoutes(compiled, labels),
  ].join('\n');
}

const rank = (level: Level | undefined): number => (level === undefined ? 3 : ['route', 'outcome', 'list'].indexOf(level));

function drawLevel(
  level: Level,
  { compiled, levels, labels }: { compiled: CompiledPack; levels: ReadonlyMap<string, Level>; labels: GraphLabels },
): readonly string[] {
  const own = compiled.pack.questions.filter(({ id }) => levels.get(id) === level);
  if (own.length === 0) return [];
  return [
    `  subgraph ${level}["${escape(labels.level(level))}"]`,
    ...own.map(({ id }) => `    q_${id}["${escape(labels.question(id))}"]`),
    '  end',
  ];
}

/** Of the arrows that leave a question the four most travelled: more cannot be read. */
function keepMain(edges: readonly (Edge & { count: number })[]): readonly Edge[] {
  const froms = [...new Set(edges.map(({ from }) => from))];
  return froms.flatMap((from) =>
    edges
      .filter((edge) => edge.from === from)
      .sort((a, b) => b.count - a.count)
      .slice(0, 4),
  );
}

/** Each route with the last question that its condition reads. */
function drawRoutes(compiled: CompiledPack, labels: GraphLabels): readonly string[] {
  const order = compiled.pack.questions.map(({ id }) => id);
  return compiled.routes.flatMap(({ route, when }) => {
    const read = [...questionsIn(compiled, when.tree)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const last = read.at(-1);
    return [
      `  r_${route.id.replace(/-/g, '_')}(["${escape(labels.route(route.id))}"]):::${route.kind}`,
      ...(last ? [`  q_${last} -.-> r_${route.id.replace(/-/g, '_')}`] : []),
    ];
  });
}

const escape = (text: string): string => text.replace(/"/g, '#quot;');
