export { COUNTRIES, COUNTRY_REGIONS } from './countries.ts';
export type { Reader, Texts, TextTree, TextValues } from './create-texts.ts';
export { createTexts } from './create-texts.ts';
export { findTextFaults } from './find-text-faults.ts';
export { sayAnswer } from './say-answer.ts';
export { sayDays, sayPeriod } from './say-period.ts';
export { sayCondition, sayConditionLine, sayExpression, sayValue } from './say-condition.ts';
export type { Said, Speaker } from './speaker.ts';
