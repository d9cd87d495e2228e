import type { ReactNode } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';
import { Basis } from './Basis.tsx';
import type { RecruitmentProps } from './recruitment-props.ts';
import { recruitmentKey } from './recruitment-props.ts';
import { SeverityTag } from './SeverityTag.tsx';

/** The rules of the country, the treaties that bind it, who pays which cost, and what the standards ask. */
export function RuleLists({ interview, recruitment }: RecruitmentProps): ReactNode {
  const texts = useTexts();
  const say = (path: string): string => texts.pack('common', recruitmentKey(path));
  const country = texts.country(interview.country.toUpperCase());
  const { rules, assessment } = recruitment;
  return (
    <>
      <Fold title={texts.ui('recruitment.duties', { country })}>
        <ul className="items">
          {assessment.duties.map((duty) => (
            <li key={duty.id} data-kind="recruitment-duty" data-id={duty.id} data-severity={duty.severity}>
              <p className="item-name">
                {say(`duties.${duty.id}.name`)} <SeverityTag severity={duty.severity} />{' '}
                {duty.who === 'recruiter' && <span className="soft">({texts.ui('recruitment.forRecruiters')})</span>}{' '}
                {duty.confidence === 'low' && <span className="tag care">{texts.ui('item.low')}</span>}
              </p>
              <p>{say(`duties.${duty.id}.text`)}</p>
              <Basis about={say(`duties.${duty.id}.name`)} sources={duty.sources} known={rules.sources} confidence={duty.confidence} />
            </li>
          ))}
        </ul>
      </Fold>
      {rules.treaties.length > 0 && (
        <Fold title={texts.ui('recruitment.treaties', { country })}>
          <p>{texts.ui('recruitment.treatiesText')}</p>
          <ul className="items">
            {rules.treaties.map((treaty) => (
              <li key={treaty.id}>
                <p className="item-name">
                  {say(`treaties.${treaty.id}.name`)}{' '}
                  <span className="soft">
                    ({texts.ui('recruitment.since', { date: treaty.since.length === 4 ? treaty.since : texts.day(treaty.since) })})
                  </span>
                </p>
                <p>{say(`treaties.${treaty.id}.text`)}</p>
                <Basis
                  about={say(`treaties.${treaty.id}.name`)}
                  sources={treaty.sources}
                  known={rules.sources}
                  confidence={treaty.confidence}
                />
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <Fold title={texts.ui('recruitment.costs')}>
        <p>{texts.ui('recruitment.costsText')}</p>
        <div className="table-wrap" role="region" aria-label={texts.ui('recruitment.costs')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.ui('recruitment.cost')}</th>
                <th scope="col">{texts.ui('recruitment.whoPays')}</th>
              </tr>
            </thead>
            <tbody>
              {rules.costs.map((cost) => (
                <tr key={cost.id}>
                  <td>{say(`costs.${cost.id}.name`)}</td>
                  <td>
                    {say(`costPayers.${cost.workerMayPay}`)}{' '}
                    {cost.confidence === 'low' && <span className="tag care">{texts.ui('item.unverified')}</span>}
                    <Basis about={say(`costs.${cost.id}.name`)} sources={cost.sources} known={rules.sources} confidence={cost.confidence} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Fold>
      <Fold title={texts.ui('recruitment.principles')}>
        <p>{texts.ui('recruitment.principlesText')}</p>
        <ul className="items">
          {rules.principles.map((principle) => (
            <li key={principle.id}>
              <p className="item-name">{say(`principles.${principle.id}.name`)}</p>
              <p>{say(`principles.${principle.id}.text`)}</p>
              <Basis
                about={say(`principles.${principle.id}.name`)}
                sources={principle.sources}
                known={rules.sources}
                confidence={principle.confidence}
              />
            </li>
          ))}
        </ul>
      </Fold>
    </>
  );
}

/** What is for looking up stays folded until somebody opens it. */
function Fold({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <details className="fold">
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}
