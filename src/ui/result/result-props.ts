import type { Assessment } from '../../assessment/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';

/** What every part of the result page is given. */
export type ResultProps = { interview: OpenInterview; assessment: Assessment };
