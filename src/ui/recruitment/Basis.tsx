import type { ReactNode } from 'react';
import type { Confidence, Source } from '../../rules/index.ts';
import { SourceList } from '../components/SourceList.tsx';
import { useTexts } from '../hooks/use-texts.tsx';

type BasisProps = {
  /** What the line is about, for screen readers. */
  about: string;
  sources: readonly string[];
  /** All sources of the self-check. */
  known: readonly Source[];
  confidence: Confidence;
  reading?: string | undefined;
  children?: ReactNode;
};

/** Why a line of the self-check is there, the law or page behind it, and how sure that is. */
export function Basis({ about, sources, known, confidence, reading, children }: BasisProps): ReactNode {
  const texts = useTexts();
  return (
    <details className="why">
      <summary>
        {texts.ui('why.summary')}
        <span className="visually-hidden">{`: ${about}`}</span>
      </summary>
      <div>
        {children}
        {reading !== undefined && (
          <p>
            <strong>{texts.ui('why.reading')}</strong> {reading}
          </p>
        )}
        <p>
          <strong>{texts.ui('why.sure')}</strong> {texts.ui(`confidence.${confidence}`)}
        </p>
        <SourceList sources={known.filter(({ id }) => sources.includes(id))} />
      </div>
    </details>
  );
}
