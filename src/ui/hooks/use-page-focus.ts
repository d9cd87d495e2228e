import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** Names the document after the page and, after a change of page, moves the focus to its heading. */
export function usePageFocus(title: string, page: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    // The first page keeps the browser's own start of reading.
    if (hasShownPage) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    hasShownPage = true;
  }, [page]);
  return heading;
}

let hasShownPage = false;
