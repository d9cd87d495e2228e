import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTexts } from '../hooks/use-texts.tsx';
import type { ResultProps } from '../result/result-props.ts';
import { PrintButton } from './PrintButton.tsx';
import { PrintedChecklist } from './PrintedChecklist.tsx';
import { useSheet } from './use-sheet.ts';
import { useVoices } from './use-voices.tsx';

/** The print button, the choice of a second language, and the sheet itself, which only paper shows. */
export function PrintPanel({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const { voices, field } = useVoices(interview, 'second-language');
  useSheet();
  return (
    <section aria-labelledby="print-title" className="panel">
      <h2 id="print-title">{texts.ui('print.title')}</h2>
      <p>{texts.ui('print.text')}</p>
      {field}
      <p className="buttons">
        <PrintButton label={texts.ui('print.button')} />
      </p>
      {createPortal(<PrintedChecklist interview={interview} assessment={assessment} voices={voices} />, document.body)}
    </section>
  );
}
