import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export type OpenRules = {
  isOpen: (key: string) => boolean;
  toggle: (key: string, isOpen: boolean) => void;
  /** Opens exactly these. */
  openOnly: (keys: readonly string[]) => void;
};

/** Which rules are open. On paper all of them are: a closed one would not be printed. */
export function useOpenRules(): OpenRules {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const listen = (isOnPaper: boolean) => (): void => {
      // The browser makes the paper as soon as this returns.
      flushSync(() => {
        setIsPrinting(isOnPaper);
      });
    };
    const [before, after] = [listen(true), listen(false)];
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  const toggle = useCallback((key: string, isOpen: boolean) => {
    setOpened((known) => {
      if (known.has(key) === isOpen) return known;
      return isOpen ? new Set([...known, key]) : new Set([...known].filter((other) => other !== key));
    });
  }, []);
  const openOnly = useCallback((keys: readonly string[]) => {
    setOpened(new Set(keys));
  }, []);
  return { isOpen: (key) => isPrinting || opened.has(key), toggle: isPrinting ? ignore : toggle, openOnly };
}

/** What opens for the printer is not what the reader opened. */
const ignore = (): void => undefined;
