export type { CheckSettings } from './check-context.ts';
export type { PackReport } from './check-pack.ts';
export { checkPack } from './check-pack.ts';
export type { Example, Finding, PropertyId, PropertyReport, Prover, Severity, Witness } from './finding.ts';
export { holds } from './finding.ts';
export { SmtEngine } from './solver.ts';
export { measureInterview } from './measure-interview.ts';
