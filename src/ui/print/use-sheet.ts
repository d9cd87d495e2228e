import { useEffect } from 'react';

/** While this is on the page, paper shows the sheet instead of the page. @param kind a sheet of its own hides the checklist too */
export function useSheet(kind: 'has-sheet' | 'has-own-sheet' = 'has-sheet', isShown = true): void {
  useEffect(() => {
    if (isShown) document.body.classList.add(kind);
    return () => {
      document.body.classList.remove(kind);
    };
  }, [kind, isShown]);
}
