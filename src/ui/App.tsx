import type { ReactNode } from 'react';
import type { Texts } from '../texts/index.ts';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { Frame } from './components/Frame.tsx';
import { Loading, loadWhenOpened } from './components/load-when-opened.tsx';
import { InterviewContext, useAddressBar, useInterview } from './hooks/use-interview.tsx';
import type { PageState } from './hooks/use-interview.tsx';
import { TextsProvider, useTexts } from './hooks/use-texts.tsx';
import { CheckAnswersPage } from './pages/CheckAnswersPage.tsx';
import { CountryPage } from './pages/CountryPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { QuestionPage } from './pages/QuestionPage.tsx';
import { ResultPage } from './pages/ResultPage.tsx';
import { StartPage } from './pages/StartPage.tsx';

// What the questions do not need is loaded when it is opened, so that the first page is light on a patchy network.
const PlanPage = loadWhenOpened(() => import('./pages/PlanPage.tsx').then((page) => page.PlanPage));
const PlansPage = loadWhenOpened(() => import('./pages/PlansPage.tsx').then((page) => page.PlansPage));
const RecruitmentPage = loadWhenOpened(() => import('./pages/RecruitmentPage.tsx').then((page) => page.RecruitmentPage));
const RightsPage = loadWhenOpened(() => import('./pages/RightsPage.tsx').then((page) => page.RightsPage));
const RulesPage = loadWhenOpened(() => import('./pages/RulesPage.tsx').then((page) => page.RulesPage));
const SharedPage = loadWhenOpened(() => import('./pages/SharedPage.tsx').then((page) => page.SharedPage));

/** @param today days since 1970-01-01, by the clock of this device */
export function App({ texts, today }: { texts: Texts; today: number }): ReactNode {
  return (
    <InterviewContext.Provider options={{ input: { asOf: today } }}>
      <Router hook={useHashLocation}>
        <Shell texts={texts} />
      </Router>
    </InterviewContext.Provider>
  );
}

function Shell({ texts }: { texts: Texts }): ReactNode {
  const page = useAddressBar();
  const country = 'country' in page.address && page.status !== 'unknown' ? page.address.country : null;
  return (
    <TextsProvider first={texts} country={country}>
      <Frame>
        <ErrorBoundary>
          <Page page={page} />
        </ErrorBoundary>
      </Frame>
    </TextsProvider>
  );
}

function Page({ page }: { page: PageState }): ReactNode {
  const texts = useTexts();
  const interview = useInterview();
  const { address, status } = page;
  if (address.page === 'start') return <StartPage />;
  if (address.page === 'plans') return <PlansPage />;
  if (address.page === 'plan') return <PlanPage key={address.plan} id={address.plan} />;
  if (address.page === 'shared') return <SharedPage text={address.text} />;
  if (address.page === 'unknown') return <NotFoundPage kind="page" />;
  if (status === 'unknown') return <NotFoundPage kind="country" />;
  if (status === 'failed') return <NotFoundPage kind="loading" retry={page.retry} />;
  const hasTexts = texts.find(address.country, 'intro') !== undefined;
  if (!interview || interview.country !== address.country || !hasTexts) return <Loading />;
  switch (address.page) {
    case 'country':
      return <CountryPage interview={interview} isDurable={page.isDurable} />;
    case 'question':
      return interview.snapshot.context.question === address.question ? (
        <QuestionPage key={address.question} interview={interview} question={address.question} />
      ) : null;
    case 'answers':
      return <CheckAnswersPage interview={interview} />;
    case 'result':
      return <ResultPage interview={interview} />;
    case 'recruitment':
      return <RecruitmentPage interview={interview} section={address.section} />;
    case 'rules':
      return <RulesPage interview={interview} rule={address.rule} />;
    case 'rights':
      return <RightsPage interview={interview} />;
    default:
      return <NotFoundPage kind="page" />;
  }
}
