import type { ReactNode } from 'react';
import type { RecruitmentSeverity } from '../../rules/index.ts';
import { useTexts } from '../hooks/use-texts.tsx';

const LOOKS: Readonly<Record<RecruitmentSeverity, string>> = { law: 'stop', redFlag: 'care', goodPractice: 'ask' };

/** Law, warning sign or good practice: in words, never by colour alone. */
export function SeverityTag({ severity }: { severity: RecruitmentSeverity }): ReactNode {
  const texts = useTexts();
  return <span className={`tag ${LOOKS[severity]}`}>{texts.ui(`severity.${severity}`)}</span>;
}
