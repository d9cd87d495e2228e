export { buildTimeline } from './build-timeline.ts';
export type { DocumentEntry, DocumentsAtStep, DocumentsByProvider, FeesByPayer, PayerTotal, TimedStep, Timeline } from './checklist.ts';
export { groupDocuments } from './group-documents.ts';
export { groupFees } from './group-fees.ts';
