import type { LaidOutPlan } from '../../plans/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import type { OpenPlan } from './use-plan.ts';

/** What every part of a plan's page is given. */
export type PlanProps = OpenPlan & { laid: LaidOutPlan; interview: OpenInterview };
