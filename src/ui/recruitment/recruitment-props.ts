import type { OpenInterview } from '../hooks/use-interview.tsx';
import type { OpenRecruitment } from '../hooks/use-recruitment.ts';

/** What every part of the self-check is given. */
export type RecruitmentProps = { interview: OpenInterview; recruitment: OpenRecruitment };

/** Key of a text of the self-check in `locales/<language>/common.json`. */
export const recruitmentKey = (path: string): string => `recruitment.${path}`;
