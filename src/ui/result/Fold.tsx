import type { ReactNode } from 'react';

/** A part of the result that opens on request: what most users need second. Its heading is the handle. */
export function Fold({ id, title, children }: { id: string; title: string; children: ReactNode }): ReactNode {
  return (
    <details className="fold" id={`${id}-fold`}>
      <summary>
        <h2 id={id}>{title}</h2>
      </summary>
      {children}
    </details>
  );
}

/** Shows a part of the page and moves the focus there; opens it if it is folded. */
export function showPart(id: string): void {
  const heading = document.getElementById(id);
  const fold = heading?.closest('details');
  if (fold) fold.open = true;
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
  heading?.scrollIntoView();
}
