export type { Address } from './interview-address.ts';
export { formatAddress, parseAddress } from './interview-address.ts';
export { interviewMachine } from './interview.machine.ts';
export type { InterviewSnapshot } from './interview.selectors.ts';
export { selectAddress, selectPath } from './interview.selectors.ts';
export type { InterviewContext, InterviewEvent, InterviewNotice } from './interview.types.ts';
export type { Resumed } from './resume-interview.ts';
export { resumeInterview } from './resume-interview.ts';
