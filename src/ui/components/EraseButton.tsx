import type { ReactNode } from 'react';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { useTexts } from '../hooks/use-texts.tsx';

/** Erases the answers of this country from this device and starts again. */
export function EraseButton({ interview }: { interview: OpenInterview }): ReactNode {
  const texts = useTexts();
  return (
    <button type="button" className="button quiet" data-action="erase" onClick={() => { interview.send({ type: 'interview.restarted' }); }}>
      {texts.ui('erase')}
    </button>
  );
}
