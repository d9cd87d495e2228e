import type { ReactNode } from 'react';
import { selectPath } from '../../interview/index.ts';
import { EraseButton } from '../components/EraseButton.tsx';
import { NoticePanel } from '../components/NoticePanel.tsx';
import type { OpenInterview } from '../hooks/use-interview.tsx';
import { usePageFocus } from '../hooks/use-page-focus.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';

/** What permits exist, when the rules were last reviewed, what to have at hand; go on where one left off. */
export function CountryPage({ interview, isDurable }: { interview: OpenInterview; isDurable: boolean }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const { pack } = interview.compiled;
  const name = texts.country(pack.id.toUpperCase());
  const title = texts.ui('country.title', { country: name });
  const heading = usePageFocus(`${title} – Permiso`, 'country');
  const { asked } = selectPath(interview.snapshot);
  const isOverdue = interview.snapshot.context.asOf > Date.parse(pack.reviewBy) / 86_400_000;
  const ways = (kind: string): ReactNode => (
    <ul>
      {pack.routes
        .filter((route) => route.kind === kind)
        .map((route) => (
          <li key={route.id}>{say(`routes.${route.id}.name`)}</li>
        ))}
    </ul>
  );
  return (
    <div className="prose">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <NoticePanel interview={interview} />
      <p className="lead">{say('intro')}</p>
      <p>
        {texts.ui('country.reviewed', { date: texts.day(pack.reviewedOn), version: pack.version })}{' '}
        {texts.ui('country.sources', { count: pack.sources.length })}
      </p>
      {isOverdue && (
        <div className="panel care">
          <p>{texts.ui('country.overdue', { date: texts.day(pack.reviewBy) })}</p>
        </div>
      )}
      {!isDurable && (
        <div className="panel care" role="status">
          <p>{texts.ui('country.notDurable')}</p>
        </div>
      )}
      <h2>{texts.ui('country.haveTitle')}</h2>
      <ul>
        {['passport', 'dates', 'job', 'unknown'].map((key) => (
          <li key={key}>{texts.ui(`country.have.${key}`)}</li>
        ))}
      </ul>
      <p className="buttons">
        <button
          type="button"
          className="button"
          data-action="start"
          onClick={() => {
            interview.send({ type: 'interview.started' });
          }}
        >
          {texts.ui(asked.length > 0 ? 'country.goOn' : 'country.start')}
        </button>
        {asked.length > 0 && <EraseButton interview={interview} />}
      </p>
      <h2>{texts.ui('country.permitsTitle')}</h2>
      {ways('permit')}
      <h2>{texts.ui('country.exemptTitle')}</h2>
      {ways('exempt')}
      <p>
        <a href={`#/${pack.id}/rules`}>{texts.ui('rulebook.link')}</a>
      </p>
    </div>
  );
}
