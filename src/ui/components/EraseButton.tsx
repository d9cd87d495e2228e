import type { ReactNode } from 'react';
import { eraseRecruitment } from '../../plans/index.ts';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { useTexts } from '../hooks/use-texts.tsx';

/** Erases the answers of this country from this device and starts again. */
export function EraseButton({ interview }: { interview: OpenInterview }): ReactNode {
  const texts = useTexts();
  const erase = (): void => {
    void eraseRecruitment(interview.country);
    interview.send({ type: 'interview.restarted' });
  };
  return (
    <button type="button" className="button quiet" data-action="erase" onClick={erase}>
      {texts.ui('erase')}
    </button>
  );
}
