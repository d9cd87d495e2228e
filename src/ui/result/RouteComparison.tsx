import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { AssessedRoute } from '../../assessment/index.ts';
import { assessRoute } from '../../assessment/index.ts';
import { buildTimeline } from '../../checklist/index.ts';
import { selectPath } from '../../interview/index.ts';
import { sayPeriod } from '../../texts/index.ts';
import { Why } from '../components/Why.tsx';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { Fold } from './Fold.tsx';
import { ItemRow } from './ItemRow.tsx';
import { sayTotal } from './FeeTable.tsx';
import type { ResultProps } from './result-props.ts';

/** The recommended way beside the others that are open or could be; then those that do not fit, and why not. */
export function RouteComparison({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const shown = assessment.recommended ?? assessment.settledRoute;
  const fitting = assessment.routes.filter(({ verdict, id }) => verdict !== 'not-applicable' || id === shown);
  const ruledOut = assessment.routes.filter((route) => !fitting.includes(route));
  const ordered = [...fitting.filter(({ id }) => id === shown), ...fitting.filter(({ id }) => id !== shown)];
  return (
    <Fold id="routes" title={texts.ui('routes.title')}>
      {ordered.length > 1 && (
        <Comparison
          routes={ordered.filter(({ kind }) => kind === 'exempt' || kind === 'permit').slice(0, 4)}
          interview={interview}
          assessment={assessment}
        />
      )}
      <ul className="items">
        {ordered.map((route) => (
          <RouteRow key={route.id} route={route} isShown={route.id === shown} interview={interview} assessment={assessment} />
        ))}
      </ul>
      <details className="why">
        <summary>{texts.ui('routes.ruledOut', { count: ruledOut.length })}</summary>
        <div>
          <ul className="items">
            {ruledOut.map((route) => (
              <RouteRow key={route.id} route={route} isShown={false} interview={interview} assessment={assessment} />
            ))}
          </ul>
        </div>
      </details>
    </Fold>
  );
}

function RouteRow({ route, isShown, interview }: ResultProps & { route: AssessedRoute; isShown: boolean }): ReactNode {
  const texts = useTexts();
  const { say, find } = usePackTexts(interview.country, interview.reader);
  const status = route.verdict === 'possible' ? 'possible' : undefined;
  const tone = { available: 'good', blocked: 'stop', possible: 'care', 'not-applicable': 'care' }[route.verdict];
  return (
    <ItemRow
      interview={interview}
      kind="route"
      id={route.id}
      name={say(`routes.${route.id}.name`)}
      {...(status ? { status } : {})}
      grounds={route}
      showsDoubt={route.verdict !== 'not-applicable'}
      textKey={`routes.${route.id}`}
      tags={
        <>
          {isShown && <span className="tag good">{texts.ui('routes.shown')}</span>}{' '}
          <span className={`tag ${tone}`}>{texts.ui(`verdict.${route.verdict}`)}</span>
        </>
      }
    >
      {!isShown && route.verdict !== 'not-applicable' && <p>{say(`routes.${route.id}.summary`)}</p>}
      {find(`routes.${route.id}.basis`) !== undefined && <p className="item-facts">{find(`routes.${route.id}.basis`)}</p>}
      {route.blockers.length > 0 && (
        <p className="small">
          {texts.ui('routes.blockedBy', { blockers: texts.list(route.blockers.map((id) => say(`blockers.${id}.name`))) })}
        </p>
      )}
    </ItemRow>
  );
}

/** Cost, time, validity, what the permit is tied to and how it leads to residence, side by side. */
function Comparison({ routes, interview }: ResultProps & { routes: readonly AssessedRoute[] }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const { compiled, snapshot } = interview;
  const { answers } = selectPath(snapshot);
  const { asOf } = snapshot.context;
  const columns = useMemo(
    () =>
      routes.map((route) => ({
        route,
        lists: assessRoute(compiled, answers, asOf, route.id),
        item: compiled.pack.routes.find(({ id }) => id === route.id),
      })),
    [routes, compiled, answers, asOf],
  );
  if (columns.length < 2) return null;
  type Column = (typeof columns)[number];
  const rows: readonly (readonly [string, (column: Column) => ReactNode])[] = [
    ['routes.row.verdict', ({ route }) => texts.ui(`verdict.${route.verdict}`)],
    ['routes.row.papers', ({ lists }) => texts.number(lists.documents.filter(({ status }) => status === 'required').length)],
    [
      'routes.row.cost',
      ({ lists }) => {
        const totals = lists.feeTotals.map((total) => sayTotal(texts, total.known, total.atMost, total.currency));
        const rest = lists.unconfirmedFees.length > 0 ? [texts.ui('fees.unconfirmedCount', { count: lists.unconfirmedFees.length })] : [];
        return [...totals, ...rest].join('; ') || '–';
      },
    ],
    [
      'routes.row.time',
      ({ lists }) => {
        const { least, most, openEnded } = buildTimeline(lists.steps);
        return texts.ui(openEnded ? 'steps.shortAtLeast' : 'steps.shortRange', { least, most });
      },
    ],
    [
      'routes.row.validity',
      ({ item }) =>
        item?.validity?.most ? texts.ui('routes.upTo', { period: sayPeriod(texts, item.validity.most) }) : texts.ui('routes.notStated'),
    ],
    ['routes.row.tied', ({ item }) => texts.ui(item?.tiedTo ? `routes.tied.${item.tiedTo}` : 'routes.notStated')],
    ['routes.row.residence', ({ route }) => <PathToResidence interview={interview} route={route} />],
  ];
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={texts.ui('routes.compare')}>
      <table>
        <caption>{texts.ui('routes.compare')}</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ route }) => (
              <th key={route.id} scope="col">
                {say(`routes.${route.id}.name`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, cell]) => (
            <tr key={key}>
              <th scope="row">{texts.ui(key)}</th>
              {columns.map((column) => (
                <td key={column.route.id}>{cell(column)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the pack says about the way from a route to residence, each with its sources. */
function PathToResidence({ interview, route }: Pick<ResultProps, 'interview'> & { route: AssessedRoute }): ReactNode {
  const texts = useTexts();
  const { say, find } = usePackTexts(interview.country, interview.reader);
  const { pack } = interview.compiled;
  if (route.pathToResidence.length === 0) return texts.ui('routes.residence.notSaid');
  return (
    <ul className="plain">
      {route.pathToResidence.map(({ kind, id }) => {
        const key = `${kind}s.${id}`;
        const item = [...pack.deadlines, ...pack.warnings, ...pack.routes].find((candidate) => candidate.id === id);
        const name = id === route.id ? texts.ui('routes.residence.already') : say(`${key}.name`);
        return (
          <li key={id}>
            {name}
            {item && (
              <Why
                interview={interview}
                about={name}
                sources={item.sources}
                confidence={item.confidence}
                verifiedOn={item.verifiedOn}
                reading={find(`${key}.reading`)}
                rule={key}
              >
                {find(`${key}.${RULE_TEXT[kind]}`) !== undefined && <p>{say(`${key}.${RULE_TEXT[kind]}`)}</p>}
              </Why>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The text of an item that says its rule. */
const RULE_TEXT = { deadline: 'rule', warning: 'text', route: 'summary' } as const;
