import type { ReactNode } from 'react';

/** A box to tick on paper. */
export function Box({ isTicked = false }: { isTicked?: boolean }): ReactNode {
  return (
    <span className="tick" aria-hidden="true">
      {isTicked ? '✓' : ''}
    </span>
  );
}
