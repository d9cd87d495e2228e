import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { recordChecklist } from '../../checklist/index.ts';
import { selectPath } from '../../interview/index.ts';
import { formatShareLink } from '../../plans/index.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import type { ResultProps } from '../result/result-props.ts';
import { QrCode } from './QrCode.tsx';

/** A link with the answers in it, made on request; its QR code on the printed sheet. Nothing is sent. */
export function SharePanel({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const [isMade, setIsMade] = useState(false);
  const [isPrinted, setIsPrinted] = useState(false);
  const [isCopied, setIsCopied] = useState(false);
  const { answers } = selectPath(interview.snapshot);
  const { pack } = interview.compiled;
  const link = useMemo(() => {
    const address = `${location.origin}${location.pathname}#/s/`;
    return isMade
      ? address +
          formatShareLink(
            { country: pack.id, packVersion: pack.version, questions: pack.questions, answers, record: recordChecklist(assessment) },
            address,
          )
      : '';
  }, [isMade, pack, answers, assessment]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setIsCopied(true);
    } catch {
      // The browser forbids it: the field holds the link, selected and ready to copy by hand.
      document.querySelector<HTMLInputElement>('#share-link')?.select();
    }
  };
  return (
    <section aria-labelledby="share">
      <h3 id="share">{texts.ui('share.title')}</h3>
      <p>{texts.ui('share.text')}</p>
      {!isMade && (
        <p className="buttons">
          <button
            type="button"
            className="button quiet"
            data-action="share"
            onClick={() => {
              setIsMade(true);
            }}
          >
            {texts.ui('share.button')}
          </button>
        </p>
      )}
      {isMade && (
        <>
          <div className="field">
            <label htmlFor="share-link">{texts.ui('share.link')}</label>
            <input
              type="text"
              id="share-link"
              className="wide"
              readOnly
              value={link}
              onFocus={(event) => {
                event.target.select();
              }}
            />
          </div>
          <p className="buttons">
            <button type="button" className="button quiet" onClick={() => void copy()}>
              {texts.ui(isCopied ? 'share.copied' : 'share.copy')}
            </button>
          </p>
          <QrCode text={link} label={texts.ui('share.qr')} />
          <div className="choice">
            <input
              type="checkbox"
              id="share-print"
              checked={isPrinted}
              onChange={(event) => {
                setIsPrinted(event.target.checked);
              }}
            />
            <label htmlFor="share-print">{texts.ui('share.print')}</label>
          </div>
          {isPrinted && createPortal(<PrintedLink link={link} />, document.body)}
        </>
      )}
    </section>
  );
}

function PrintedLink({ link }: { link: string }): ReactNode {
  const texts = useTexts();
  return (
    <div className="print-only printed-link" lang={texts.language}>
      <h2>{texts.ui('share.title')}</h2>
      <p>{texts.ui('share.printed')}</p>
      <QrCode text={link} label={texts.ui('share.qr')} />
      <p className="refs">{link}</p>
    </div>
  );
}
