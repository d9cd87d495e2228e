import type { ReactNode } from 'react';

/** The sources of a line, as short as paper needs them. */
export function Refs({ sources }: { sources: readonly string[] }): ReactNode {
  return (
    <span className="refs">
      {sources
        .filter((id) => id !== 'unverified')
        .slice(0, 4)
        .join(' ')}
    </span>
  );
}
