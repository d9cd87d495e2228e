import type { ReactNode } from 'react';
import type { DocumentToPlan, PlannedStep } from '../../checklist/index.ts';
import { countPeople } from '../../checklist/index.ts';
import type { Actor } from '../../rules/index.ts';
import { sayDays } from '../../texts/index.ts';
import { Box } from '../print/Box.tsx';
import { SheetDeadlines } from '../print/SheetDeadlines.tsx';
import type { Voice } from '../print/voices.tsx';
import { Say } from '../print/voices.tsx';
import { describeDocument, joinFacts } from '../result/describe-document.ts';
import { sayAmount } from '../result/FeeTable.tsx';
import { sayMoney } from './MoneyPanel.tsx';
import { sayPaperProblem } from './PaperTracker.tsx';
import type { PlanProps } from './plan-props.ts';
import { shortDay } from './short-day.ts';
import { sayLatest, saySpan, sayVerdict } from './TimePanel.tsx';
import { TimePicture } from './TimePicture.tsx';

/** The whole plan, the trips alone, or what one person does. */
export type SheetKind = 'plan' | 'visits' | Extract<Actor, 'worker' | 'employer' | 'lawyer' | 'relative' | 'recruiter'>;

type SheetProps = PlanProps & { kind: SheetKind; voices: readonly Voice[] };

/** A sheet of a plan on paper. */
export function PrintedPlan(props: SheetProps): ReactNode {
  const { kind, voices, interview } = props;
  const [first] = voices;
  if (!first) return null;
  return (
    <div
      className={`print-only own-sheet ${voices.length > 1 ? 'two-languages' : ''}`}
      lang={first.texts.language}
      data-sheet={`${interview.country}-${kind}`}
    >
      <SheetHead {...props} />
      <SheetBlockers {...props} />
      {kind === 'plan' && <SheetTime {...props} />}
      <SheetVisits {...props} />
      {kind !== 'visits' && <SheetPapers {...props} />}
      {kind !== 'visits' && <SheetMoney {...props} />}
      {kind === 'plan' && <SheetDeadlines deadlines={props.laid.deadlines} voices={voices} />}
    </div>
  );
}

/** Whether something that `actor` does concerns the person of the sheet. */
function concernsPerson(kind: SheetKind, actor: Actor): boolean {
  if (kind === 'plan' || kind === 'visits' || kind === actor) return true;
  return (actor === 'either' || actor === 'both') && (kind === 'worker' || kind === 'employer');
}

function SheetHead({ kind, voices, plan, laid, interview }: SheetProps): ReactNode {
  const { assessment } = laid;
  const self = interview.reader === 'selfEmployed' ? 'Self' : '';
  const route = assessment.recommended ?? assessment.settledRoute;
  const sayKind = ({ texts }: Voice): string =>
    kind === 'plan' || kind === 'visits'
      ? texts.ui(`sheet.${kind}`)
      : texts.ui('sheet.person', { actor: texts.ui(`actor.${kind}${self}`) });
  return (
    <header className="sheet-head">
      <p className="sheet-brand">
        <Say voices={voices} of={(voice) => `Permiso · ${voice.texts.country(interview.country.toUpperCase())} · ${sayKind(voice)}`} />
      </p>
      {plan.name !== '' && <h1>{plan.name}</h1>}
      <p>
        <strong>
          <Say
            voices={voices}
            of={({ texts, say }) =>
              assessment.outcome === 'undetermined' || route === null
                ? texts.ui('result.undetermined')
                : `${say(`routes.${route}.name`)}. ${texts.ui(`outcome.${assessment.outcome}`)}.`
            }
          />
        </strong>
      </p>
      <p className="sheet-note">
        <Say
          voices={voices}
          of={({ texts }) =>
            `${texts.ui('result.notApplied')} ${texts.ui('print.made', { date: texts.day(assessment.asOf), version: assessment.pack.version, reviewed: texts.day(interview.compiled.pack.reviewedOn) })}`
          }
        />
      </p>
    </header>
  );
}

/** What stops the way now: without this put right, the days below do not hold. */
function SheetBlockers({ voices, laid }: SheetProps): ReactNode {
  const { blockers, recommended } = laid.assessment;
  const own = blockers.filter(({ routes }) => recommended !== null && routes.includes(recommended));
  if (own.length === 0) return null;
  return (
    <section>
      <h2>
        <Say voices={voices} of={({ texts }) => texts.ui('blockers.title', { count: own.length })} />
      </h2>
      <ul className="plain">
        {own.map(({ id }) => (
          <li key={id}>
            <Box /> <Say voices={voices} of={({ say }) => `${say(`blockers.${id}.name`)}. ${say(`blockers.${id}.why`)}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SheetTime({ voices, plan, laid, interview }: SheetProps): ReactNode {
  const { time } = laid;
  if (time.steps.length === 0) return null;
  const open = time.steps.filter(({ isDone }) => !isDone);
  // A column that says nothing new takes room from those that do.
  const hasEarliest = open.some(({ start, earliestStart }) => earliestStart !== start);
  const hasLatest = open.some((planned) => planned.time !== 'unknown');
  return (
    <section>
      <h2>
        <Say voices={voices} of={({ texts }) => texts.ui('time.title')} />
      </h2>
      <p>
        <Say voices={voices} of={({ texts }) => sayVerdict(time, plan.until, texts).join(' ')} />
      </p>
      <p>
        <Say voices={voices} of={({ texts }) => texts.ui(laid.hasHolidays ? 'time.holidays' : 'time.noHolidays')} />
      </p>
      <TimePicture laid={laid} voices={voices} />
      <table>
        <Head
          voices={voices}
          columns={[
            ['print.step', 'name-column'],
            ['print.who', 'who-column'],
            ['time.plan', 'span-column'],
            ...(hasEarliest ? [['time.earliest', 'day-column'] as const] : []),
            ...(hasLatest ? [['time.latest', 'day-column'] as const] : []),
            ['print.time', 'rest-column'],
          ]}
        />
        <tbody>
          {time.steps.map((planned) => (
            <StepRow
              key={planned.step.id}
              planned={planned}
              voices={voices}
              interview={interview}
              hasEarliest={hasEarliest}
              hasLatest={hasLatest}
            />
          ))}
        </tbody>
      </table>
      {laid.later.length > 0 && (
        <p className="after-table">
          <Say
            voices={voices}
            of={({ texts, say }) => `${texts.ui('plan.laterTitle')}: ${laid.later.map(({ id }) => say(`steps.${id}.name`)).join('; ')}`}
          />
        </p>
      )}
    </section>
  );
}

function Head({ voices, columns }: { voices: readonly Voice[]; columns: readonly (readonly [string, string])[] }): ReactNode {
  return (
    <thead>
      <tr>
        <th scope="col" className="tick-column">
          ☐
        </th>
        {columns.map(([key, className]) => (
          <th key={key} scope="col" className={className}>
            <Say voices={voices} of={({ texts }) => texts.ui(key)} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

type StepRowProps = Pick<SheetProps, 'voices' | 'interview'> & { planned: PlannedStep; hasEarliest: boolean; hasLatest: boolean };

function StepRow({ planned, voices, interview, hasEarliest, hasLatest }: StepRowProps): ReactNode {
  const { step, isDone, isCritical, earliestStart } = planned;
  const self = interview.reader === 'selfEmployed' ? 'Self' : '';
  const sayTime = ({ texts, find }: Voice): string => {
    if (planned.time === 'estimated') return texts.ui('time.estimated');
    const inWords = find(`steps.${step.id}.time`);
    if (planned.time !== 'unknown') return inWords ?? (step.days ? sayDays(texts, step.days) : '');
    return inWords === undefined ? texts.ui('time.notKnown') : `${inWords} (${texts.ui('time.notCounted')})`;
  };
  return (
    <tr>
      <td>
        <Box isTicked={isDone} />
      </td>
      <td>
        <strong>
          <Say voices={voices} of={({ say }) => say(`steps.${step.id}.name`)} />
        </strong>{' '}
        {isCritical && <Say voices={voices} of={({ texts }) => `(${texts.ui('time.holdsUp')})`} />}
      </td>
      <td>
        <Say voices={voices} of={({ texts }) => texts.ui(`actor.${step.actor}${self}`)} />
      </td>
      <td>
        <Say voices={voices} of={({ texts }) => (isDone ? texts.ui('plan.done') : saySpan(texts, planned))} />
      </td>
      {hasEarliest && <td>{!isDone && <Say voices={voices} of={({ texts }) => shortDay(texts, earliestStart)} />}</td>}
      {hasLatest && <td>{!isDone && <Say voices={voices} of={({ texts }) => sayLatest(texts, planned)} />}</td>}
      <td>{!isDone && <Say voices={voices} of={sayTime} />}</td>
    </tr>
  );
}

function SheetVisits({ kind, voices, laid, interview }: SheetProps): ReactNode {
  const visits = laid.visits.filter(({ actor }) => concernsPerson(kind, actor));
  if (visits.length === 0) return null;
  const self = interview.reader === 'selfEmployed' ? 'Self' : '';
  return (
    <section>
      <h2>
        <Say voices={voices} of={({ texts }) => texts.ui('visits.title', { count: visits.length })} />
      </h2>
      <ol className="plain">
        {visits.map((visit) => (
          <li key={visit.steps.join()} className="trip">
            <Box />
            <div>
              <p>
                <strong>
                  <Say
                    voices={voices}
                    of={({ texts, say }) =>
                      `${texts.list(visit.offices.map((office) => say(`offices.${office}.name`)))} (${texts.ui(`actor.${visit.actor}${self}`)}; ${texts.ui(visit.isNotBefore ? 'visits.notBefore' : 'visits.day', { date: shortDay(texts, visit.day) })})`
                    }
                  />
                </strong>
              </p>
              <p>
                <Say
                  voices={voices}
                  of={({ texts, say }) => `${texts.ui('visits.todo')} ${visit.steps.map((id) => say(`steps.${id}.name`)).join('; ')}`}
                />
              </p>
              {visit.carries.length > 0 && (
                <>
                  <p>
                    <Say voices={voices} of={({ texts }) => texts.ui('visits.carry')} />
                  </p>
                  <ul className="carry">
                    {visit.carries.map(({ id }) => (
                      <li key={id}>
                        <Box /> <Say voices={voices} of={({ say }) => say(`documents.${id}.name`)} />
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {visit.pays.map((fee) => (
                <p key={fee.id}>
                  <Say
                    voices={voices}
                    of={({ texts, say }) => `${texts.ui('visits.pay')} ${say(`fees.${fee.id}.name`)}: ${sayAmount(texts, fee)}`}
                  />
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function SheetPapers(props: SheetProps): ReactNode {
  const { kind, voices, laid } = props;
  const documents = laid.documents.filter(({ provider }) => concernsPerson(kind, provider));
  if (documents.length === 0) return null;
  return (
    <section>
      <h2>
        <Say voices={voices} of={({ texts }) => texts.ui('documents.title', { count: documents.length })} />
      </h2>
      <table>
        <Head
          voices={voices}
          columns={[
            ['print.paper', 'name-column'],
            ['print.who', 'who-column'],
            ['sheet.formAndPlace', 'rest-column'],
            ['time.needed', 'day-column'],
          ]}
        />
        <tbody>
          {documents.map((document) => (
            <PaperRow key={document.id} document={document} {...props} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PaperRow({ document, voices, laid, plan, interview }: SheetProps & { document: DocumentToPlan }): ReactNode {
  const planned = laid.time.documents.find((candidate) => candidate.document.id === document.id);
  const own = plan.progress.documents[document.id];
  const problems = laid.problems.get(document.id) ?? [];
  const { notBefore = null, latest = null, isNotBefore = false } = planned ?? {};
  const bringer = laid.time.steps.find(({ step, isDone }) => step.id === document.obtainedAt && !isDone);
  const sayFacts = (voice: Voice): string => {
    const { texts, say } = voice;
    const { form, age, where } = describeDocument({ ...voice, document, interview });
    return joinFacts([
      form,
      age,
      notBefore === null ? undefined : `${texts.ui('time.notBefore')} ${shortDay(texts, notBefore)}.`,
      where,
      bringer && own?.done !== true ? texts.ui('sheet.obtained', { step: say(`steps.${bringer.step.id}.name`) }) : undefined,
    ]);
  };
  return (
    <tr>
      <td>
        <Box isTicked={own?.done === true} />
      </td>
      <td>
        <strong>
          <Say voices={voices} of={({ say }) => say(`documents.${document.id}.name`)} />
        </strong>{' '}
        {document.status === 'possible' && <Say voices={voices} of={({ texts }) => `(${texts.ui('item.possible')})`} />}
        {problems.map((problem) => (
          <p key={problem.kind}>
            <Say voices={voices} of={({ texts }) => `! ${sayPaperProblem(texts, problem)}`} />
          </p>
        ))}
        {own?.note !== undefined && <p>{own.note}</p>}
      </td>
      <td>
        <Say
          voices={voices}
          of={({ texts }) => texts.ui(`actor.${document.provider}${interview.reader === 'selfEmployed' ? 'Self' : ''}`)}
        />
      </td>
      <td>
        <Say voices={voices} of={sayFacts} />
      </td>
      <td>
        {latest !== null && (
          <Say
            voices={voices}
            of={({ texts }) => (isNotBefore ? texts.ui('time.orLater', { date: shortDay(texts, latest) }) : shortDay(texts, latest))}
          />
        )}
      </td>
    </tr>
  );
}

function SheetMoney({ kind, voices, laid, interview }: SheetProps): ReactNode {
  const totals = laid.money.filter(({ payer }) => concernsPerson(kind, payer));
  if (totals.length === 0) return null;
  const people = countPeople(laid.fees);
  const self = interview.reader === 'selfEmployed' ? 'Self' : '';
  return (
    <section>
      <h2>
        <Say voices={voices} of={({ texts }) => texts.ui('fees.title')} />
      </h2>
      <ul className="plain">
        {totals.map((total) => (
          <li key={`${total.payer}-${total.currency}`}>
            <strong>
              <Say voices={voices} of={({ texts }) => `${texts.ui(`fees.by.${total.payer}${self}`)} (${total.currency})`} />
            </strong>{' '}
            <Say
              voices={voices}
              of={({ texts, say }) => sayMoney(texts, total, { people, name: (id) => say(`fees.${id}.name`) }).join(' ')}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
