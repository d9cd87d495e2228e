import type { ReactNode } from 'react';
import { Component } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';

/** The last net: a fault of the program becomes a plain message; answers are saved already. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Failure /> : this.props.children;
  }
}

function Failure(): ReactNode {
  const texts = useTexts();
  return (
    <div className="prose" role="alert">
      <h1>{texts.ui('failure.title')}</h1>
      <p>{texts.ui('failure.text')}</p>
      <p className="buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            location.reload();
          }}
        >
          {texts.ui('failure.reload')}
        </button>
      </p>
    </div>
  );
}
