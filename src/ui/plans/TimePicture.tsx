import type { ReactNode } from 'react';
import { formatDate } from '../../rules/index.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import type { Voice } from '../print/voices.tsx';
import { Say } from '../print/voices.tsx';
import type { PlanProps } from './plan-props.ts';

const WIDTH = 1000;

/** Bars over time: dark the planned days, light the room until the last day that does not delay the end. The table says the same in words. */
export function TimePicture({ laid, voices }: Pick<PlanProps, 'laid'> & { voices: readonly Voice[] }): ReactNode {
  const texts = useTexts();
  const { time } = laid;
  const open = time.steps.filter(({ isDone }) => !isDone);
  if (open.length === 0) return null;
  const first = Math.min(...open.map(({ start }) => start));
  const last = Math.max(...open.map(({ end, latestEnd, isLatestOpen }) => (isLatestOpen ? end : latestEnd)), first + 1);
  // Where nobody says how long anything takes there is nothing to see.
  if (last - first < 2) return null;
  const x = (day: number): number => ((day - first) / (last - first)) * WIDTH;
  const day = (value: number): string => texts.day(formatDate(value));
  return (
    <div className="time-picture" aria-hidden="true">
      <p className="time-scale">
        <span>{day(first)}</span>
        <span>{day(last)}</span>
      </p>
      {open.map(({ step, start, end, latestEnd, isLatestOpen, time: known, isCritical }) => (
        <div key={step.id} className="time-row">
          <span>
            <Say voices={voices} of={({ say }) => say(`steps.${step.id}.name`)} />
          </span>
          <svg viewBox={`0 0 ${WIDTH} 24`} preserveAspectRatio="none">
            <rect className="time-ground" x="0" y="0" width={WIDTH} height="24" />
            {!isLatestOpen && <rect className="time-room" x={x(start)} y="8" width={Math.max(x(latestEnd) - x(start), 4)} height="8" />}
            <rect
              className={`time-bar ${isCritical ? 'critical' : ''} ${known === 'unknown' ? 'unknown' : ''}`}
              x={Math.min(x(start), WIDTH - 14)}
              y="3"
              width={Math.max(x(end) - x(start), 14)}
              height="18"
            />
          </svg>
        </div>
      ))}
      <p className="time-legend">
        <Say
          voices={voices}
          of={({ texts: own }) =>
            [
              own.ui('time.legend'),
              ...(open.some(({ time: known }) => known === 'unknown') ? [own.ui('time.legendUnknown')] : []),
              ...(open.some(({ isLatestOpen }) => !isLatestOpen) ? [own.ui('time.legendRoom')] : []),
            ].join(' ')
          }
        />
      </p>
    </div>
  );
}
