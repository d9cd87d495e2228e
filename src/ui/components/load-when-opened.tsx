import type { ComponentType, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';

/**
 * A page whose code is loaded when it is first opened. Not React's `lazy`: what follows the fallback of a Suspense boundary is held
 * back for 300 ms, which everybody who opens a plan or a link would wait for.
 */
export function loadWhenOpened<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function PageWhenOpened(props: Props): ReactNode {
    const [Page, setPage] = useState(() => loaded);
    useEffect(() => {
      if (Page) return;
      load().then(
        (page) => {
          loaded = page;
          setPage(() => page);
        },
        (error: unknown) => {
          // Thrown while rendering, so that the page's own error message shows.
          setPage(() => {
            throw error;
          });
        },
      );
    }, [Page]);
    return Page ? <Page {...props} /> : <Loading />;
  };
}

export function Loading(): ReactNode {
  const texts = useTexts();
  return <p aria-busy="true">{texts.ui('loading')}</p>;
}
