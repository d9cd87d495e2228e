import type { ReactNode } from 'react';
import type { PlannedStep, TimePlan } from '../../checklist/index.ts';
import { formatDate, parseDate } from '../../rules/index.ts';
import { sayDays } from '../../texts/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { DayField } from './DayField.tsx';
import type { PlanProps } from './plan-props.ts';
import { shortDay } from './short-day.ts';
import { TimePicture } from './TimePicture.tsx';

/** When to do what: the wanted day, whether it can be met, a picture and the same as a table. */
export function TimePanel(props: PlanProps): ReactNode {
  const texts = useTexts();
  const { plan, laid, interview, change } = props;
  const pack = usePackTexts(interview.country, interview.reader);
  const { say } = pack;
  const { time } = laid;
  if (time.steps.length === 0) return null;
  const day = (value: number): string => texts.day(formatDate(value));
  return (
    <section aria-labelledby="plan-time" data-verdict={time.verdict ?? 'none'} data-finish={formatDate(time.finish)}>
      <h2 id="plan-time">{texts.ui('time.title')}</h2>
      <div className="date-pair">
        <DayField
          label={texts.ui('time.until')}
          name="until"
          value={plan.until ?? undefined}
          onChange={(until) => {
            change((current) => ({ ...current, until: until ?? null }));
          }}
        />
        <DayField
          label={texts.ui('time.from')}
          name="from"
          value={plan.from ?? undefined}
          onChange={(from) => {
            change((current) => ({ ...current, from: from ?? null }));
          }}
        />
      </div>
      {laid.isFromPast && <p className="panel care">{texts.ui('time.fromPast')}</p>}
      <TimeVerdict {...props} />
      {time.critical.length > 0 && (
        <p>
          <strong>{texts.ui('time.critical')}</strong> {time.critical.map((id) => say(`steps.${id}.name`)).join(' → ')}
        </p>
      )}
      <p className="small soft">{texts.ui(laid.hasHolidays ? 'time.holidays' : 'time.noHolidays')}</p>
      <TimePicture laid={laid} voices={[{ texts, ...pack }]} />
      <details className="why wide-fold">
        <summary>{texts.ui('time.table')}</summary>
        <TimeTable {...props} />
      </details>
      <details className="why wide-fold">
        <summary>{texts.ui('time.papers')}</summary>
        <p>{texts.ui('time.papersText')}</p>
        <div className="table-wrap" tabIndex={0} role="region" aria-label={texts.ui('time.papers')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.ui('print.paper')}</th>
                <th scope="col">{texts.ui('time.notBefore')}</th>
                <th scope="col">{texts.ui('time.needed')}</th>
              </tr>
            </thead>
            <tbody>
              {time.documents
                .filter(({ latest }) => latest !== null)
                .sort((a, b) => (a.latest ?? 0) - (b.latest ?? 0))
                .map(({ document, notBefore, latest, isNotBefore, lapses }) => (
                  <tr key={document.id}>
                    <th scope="row">{say(`documents.${document.id}.name`)}</th>
                    <td>
                      {notBefore === null ? texts.ui('time.anyDay') : day(notBefore)}{' '}
                      {lapses && <span className="tag care">{texts.ui('time.lapses')}</span>}
                    </td>
                    <td>{latest !== null && (isNotBefore ? texts.ui('time.orLater', { date: day(latest) }) : day(latest))}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

/** Can the wanted day be met? If not: the first day that can, and what holds it up. */
export function TimeVerdict({ laid, plan }: PlanProps): ReactNode {
  const texts = useTexts();
  const isOpen = laid.time.unknown.length + laid.time.atLeast.length > 0;
  return (
    <div
      className={`panel ${laid.time.verdict === null ? '' : { fits: isOpen ? 'care' : 'good', tight: 'care', missed: 'stop' }[laid.time.verdict]}`}
      role="status"
    >
      {sayVerdict(laid.time, plan.until, texts).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {laid.time.unknown.length > 0 && <p>{texts.ui('time.estimateBelow')}</p>}
      {laid.isUntilPast && <p>{texts.ui('time.untilPast')}</p>}
    </div>
  );
}

/** The verdict in sentences; shared with the printed plan. */
export function sayVerdict(time: TimePlan, until: string | null, texts: ReturnType<typeof useTexts>): readonly string[] {
  const day = (value: number): string => texts.day(formatDate(value));
  const isOpen = time.unknown.length + time.atLeast.length > 0;
  const sentences: string[] = [];
  if (until === null || time.verdict === null)
    sentences.push(texts.ui(isOpen ? 'time.notBeforeDay' : 'time.ready', { least: day(time.firstPossible), most: day(time.firstSafe) }));
  else if (time.verdict === 'fits')
    sentences.push(
      texts.ui(isOpen ? 'time.fitsOpen' : 'time.fits', {
        until: texts.day(until),
        start: day(time.start),
        count: Math.max(0, (parseDate(until) ?? 0) - time.firstSafe),
      }),
    );
  else if (time.verdict === 'tight') sentences.push(texts.ui('time.tight', { until: texts.day(until), safe: day(time.firstSafe) }));
  else
    sentences.push(
      texts.ui(isOpen ? 'time.missedOpen' : 'time.missed', {
        until: texts.day(until),
        possible: day(time.firstPossible),
        safe: day(time.firstSafe),
      }),
    );
  if (time.unknown.length > 0) sentences.push(texts.ui('time.unknown', { count: time.unknown.length }));
  return sentences;
}

function TimeTable({ laid, interview }: PlanProps): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const day = (value: number): string => shortDay(texts, value);
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={texts.ui('time.table')}>
      <table>
        <caption>{texts.ui('time.table')}</caption>
        <thead>
          <tr>
            {['print.step', 'time.plan', 'time.earliest', 'time.latest', 'print.time'].map((key) => (
              <th key={key} scope="col">
                {texts.ui(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {laid.time.steps.map((planned) => (
            <tr
              key={planned.step.id}
              data-kind="planned-step"
              data-id={planned.step.id}
              data-start={formatDate(planned.start)}
              data-end={formatDate(planned.end)}
            >
              <th scope="row">
                {say(`steps.${planned.step.id}.name`)} {planned.isCritical && <span className="tag ask">{texts.ui('time.holdsUp')}</span>}
              </th>
              <td>{planned.isDone ? texts.ui('plan.done') : saySpan(texts, planned)}</td>
              <td>{planned.isDone ? '' : day(planned.earliestStart)}</td>
              <td>{planned.isDone ? '' : sayLatest(texts, planned)}</td>
              <td>
                <StepTime planned={planned} interview={interview} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The planned days of a step; "or later" where something that it waits on has no known time. */
export function saySpan(
  texts: ReturnType<typeof useTexts>,
  { start, end, isNotBefore }: Pick<PlannedStep, 'start' | 'end' | 'isNotBefore'>,
): string {
  const span = start === end ? shortDay(texts, start) : texts.ui('time.span', { start: shortDay(texts, start), end: shortDay(texts, end) });
  return isNotBefore ? texts.ui('time.orLater', { date: span }) : span;
}

/** The last day to begin a step: not known if its own time is not, and earlier than worked out if that of a later step is not. */
export function sayLatest(
  texts: ReturnType<typeof useTexts>,
  { start, latestStart, isLatestOpen, time }: Pick<PlannedStep, 'start' | 'latestStart' | 'isLatestOpen' | 'time'>,
): string {
  if (time === 'unknown') return texts.ui('print.notKnown');
  if (isLatestOpen && latestStart <= start) return texts.ui('time.soon');
  const day = shortDay(texts, latestStart);
  return isLatestOpen ? texts.ui('time.beforeDate', { date: day }) : day;
}

/** How long a step takes, and whether that is known. */
export function StepTime({ planned: { step, time }, interview }: Pick<PlanProps, 'interview'> & { planned: PlannedStep }): ReactNode {
  const texts = useTexts();
  const { find } = usePackTexts(interview.country, interview.reader);
  const inWords = find(`steps.${step.id}.time`);
  if (time === 'estimated') return texts.ui('time.estimated');
  return (
    <>
      {inWords ?? (step.days ? sayDays(texts, step.days) : null)}{' '}
      {time === 'unknown' && <span className="tag care">{texts.ui(inWords === undefined ? 'time.notKnown' : 'time.notCounted')}</span>}
    </>
  );
}
