import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { findFirstLanguage, loadAllTexts } from './hooks/use-texts.tsx';
import { hasProgramTexts } from './packs.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/plans.css';
import './print/print.css';

const root = document.getElementById('app');
const today = Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / 86_400_000);

void loadAllTexts(findFirstLanguage(hasProgramTexts), null).then((texts) => {
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <App texts={texts} today={today} />
    </StrictMode>,
  );
});
