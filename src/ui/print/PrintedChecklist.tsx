import type { ReactNode } from 'react';
import type { AssessedDocument } from '../../assessment/index.ts';
import { groupDocuments, groupFees } from '../../checklist/index.ts';
import { selectPath } from '../../interview/index.ts';
import { sayAnswer, sayDays } from '../../texts/index.ts';
import { listConflicts } from '../result/ConflictList.tsx';
import { describeDocument, joinFacts } from '../result/describe-document.ts';
import { sayAmount, sayTotal } from '../result/FeeTable.tsx';
import { listSources } from '../result/list-sources.ts';
import { listOffices } from '../result/OfficeList.tsx';
import type { ResultProps } from '../result/result-props.ts';
import { Box } from './Box.tsx';
import { SheetRecruitment } from './RecruitmentSheet.tsx';
import { Refs } from './Refs.tsx';
import { SheetDeadlines } from './SheetDeadlines.tsx';
import type { Voice } from './voices.tsx';
import { Say } from './voices.tsx';

type SheetProps = ResultProps & { voices: readonly Voice[] };

/** The checklist on paper: boxes to tick, who brings what, what it rests on, and the law or page behind each line. */
export function PrintedChecklist(props: SheetProps): ReactNode {
  const { interview, assessment, voices } = props;
  const [first] = voices;
  if (!first) return null;
  return (
    <div className="print-only" lang={first.texts.language} data-sheet={interview.country}>
      <SheetHead {...props} />
      <SheetBlockers {...props} />
      {assessment.warnings.length > 0 && (
        <section>
          <h2>
            <Say voices={voices} of={({ texts }) => texts.ui('warnings.title')} />
          </h2>
          <ul className="plain">
            {assessment.warnings.map((warning) => (
              <li key={warning.id}>
                <Say voices={voices} of={({ say }) => `${say(`warnings.${warning.id}.text`)} ${say(`warnings.${warning.id}.do`)}`} />{' '}
                <Refs sources={warning.sources} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <SheetSteps {...props} />
      <SheetDocuments {...props} />
      <SheetFees {...props} />
      <SheetDeadlines deadlines={assessment.deadlines} voices={voices} hasSources />
      <SheetOffices {...props} />
      <SheetRecruitment interview={props.interview} voices={props.voices} />
      <SheetAnswers {...props} />
      <SheetProofs {...props} />
    </div>
  );
}

function SheetHead({ interview, assessment, voices }: SheetProps): ReactNode {
  const country = interview.country.toUpperCase();
  const route = assessment.recommended ?? assessment.settledRoute;
  const sayHeadline = ({ texts, say }: Voice): string => {
    if (assessment.outcome === 'undetermined' || route === null) return texts.ui('result.undetermined');
    if (assessment.outcome !== 'blocked') return say(`routes.${route}.answer`);
    const count = assessment.blockers.filter(({ routes }) => routes.includes(route)).length;
    return `${texts.ui('result.blocked', { count })} ${say(`routes.${route}.answer`)}`;
  };
  return (
    <header className="sheet-head">
      <p className="sheet-brand">
        <Say voices={voices} of={({ texts }) => `Permiso · ${texts.country(country)} · ${texts.ui('print.sheetTitle')}`} />
      </p>
      <h1>
        <Say voices={voices} of={sayHeadline} />
      </h1>
      {route !== null && (
        <p>
          <Say voices={voices} of={({ say }) => say(`routes.${route}.summary`)} />
        </p>
      )}
      <p className="sheet-note">
        <Say
          voices={voices}
          of={({ texts }) =>
            `${texts.ui('result.notApplied')} ${texts.ui('print.made', { date: texts.day(assessment.asOf), version: assessment.pack.version, reviewed: texts.day(assessment.pack.reviewedOn) })}`
          }
        />
      </p>
    </header>
  );
}

function SheetBlockers({ assessment, voices, interview }: SheetProps): ReactNode {
  if (assessment.blockers.length === 0) return null;
  const { pack } = interview.compiled;
  return (
    <section>
      <h2>
        <Say voices={voices} of={({ texts }) => texts.ui('blockers.title', { count: assessment.blockers.length })} />
      </h2>
      <ul className="plain">
        {assessment.blockers.map((blocker) => (
          <li key={blocker.id}>
            <Box /> <Say voices={voices} of={({ say }) => `${say(`blockers.${blocker.id}.name`)}. ${say(`blockers.${blocker.id}.why`)}`} />{' '}
            <ol>
              {(pack.blockers.find(({ id }) => id === blocker.id)?.remedies ?? []).map((remedy) => (
                <li key={JSON.stringify(remedy)}>
                  <Say
                    voices={voices}
                    of={({ texts, say }) => {
                      if ('advice' in remedy) return say(`advice.${remedy.advice}`);
                      if ('step' in remedy) return say(`steps.${remedy.step}.name`);
                      if ('document' in remedy) return texts.ui('remedy.document', { name: say(`documents.${remedy.document}.name`) });
                      if ('route' in remedy) return texts.ui('remedy.route', { name: say(`routes.${remedy.route}.name`) });
                      return texts.ui('remedy.office', { name: say(`offices.${remedy.office}.name`) });
                    }}
                  />
                </li>
              ))}
            </ol>
            <Refs sources={blocker.sources} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Head({ voices, keys }: { voices: readonly Voice[]; keys: readonly string[] }): ReactNode {
  return (
    <thead>
      <tr>
        <th scope="col" className="tick-column">
          ☐
        </th>
        {keys.map((key) => (
          <th key={key} scope="col">
            <Say voices={voices} of={({ texts }) => texts.ui(key)} />
          </th>
        ))}
        <th scope="col" className="refs-column">
          <Say voices={voices} of={({ texts }) => texts.ui('print.refs')} />
        </th>
      </tr>
    </thead>
  );
}

function SheetSteps({ interview, assessment, voices }: SheetProps): ReactNode {
  if (assessment.steps.length === 0) return null;
  const self = interview.reader === 'selfEmployed' ? 'Self' : '';
  return (
    <section>
      <h2>
        <Say voices={voices} of={({ texts }) => texts.ui('steps.title')} />
      </h2>
      <table>
        <Head voices={voices} keys={['print.step', 'print.who', 'print.where', 'print.time']} />
        <tbody>
          {[...assessment.steps]
            .sort((a, b) => Number(a.only !== null) - Number(b.only !== null))
            .map((step, index) => (
              <tr key={step.id}>
                <td>
                  <Box />
                </td>
                <td>
                  <strong>
                    {step.only === null && `${index + 1}. `}
                    <Say voices={voices} of={({ say }) => say(`steps.${step.id}.name`)} />
                  </strong>{' '}
                  <Possible status={step.status} voices={voices} />
                  {step.only !== null && (
                    <Say
                      voices={voices}
                      of={({ texts }) => `(${texts.ui(step.only === 'remedy' ? 'steps.remedies' : 'steps.ifRefused')})`}
                    />
                  )}
                </td>
                <td>
                  <Say voices={voices} of={({ texts }) => texts.ui(`actor.${step.actor}${self}`)} />
                </td>
                <td>
                  <Say voices={voices} of={({ texts, say }) => texts.list(step.offices.map((office) => say(`offices.${office}.name`)))} />
                </td>
                <td>
                  <Say
                    voices={voices}
                    of={({ texts, find }) =>
                      find(`steps.${step.id}.time`) ?? (step.days ? sayDays(texts, step.days) : texts.ui('print.notKnown'))
                    }
                  />
                </td>
                <td>
                  <Refs sources={step.sources} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

function Possible({ status, voices }: { status: 'required' | 'possible'; voices: readonly Voice[] }): ReactNode {
  return status === 'possible' ? <Say voices={voices} of={({ texts }) => `(${texts.ui('item.possible')})`} /> : null;
}

function SheetDocuments({ interview, assessment, voices }: SheetProps): ReactNode {
  const self = interview.reader === 'selfEmployed' ? 'Self' : '';
  return groupDocuments(assessment.documents, assessment.steps).map(({ provider, steps, count }) => (
    <section key={provider}>
      <h2>
        <Say voices={voices} of={({ texts }) => texts.ui(`documents.by.${provider}${self}`, { count })} />
      </h2>
      <table>
        <Head voices={voices} keys={['print.paper', 'print.form', 'print.from', 'print.handIn']} />
        {steps.map(({ step, entries }) => (
          <tbody key={step ?? 'none'}>
            {entries.map((entry) =>
              entry.documents.map((document, index) => (
                <tr key={document.id} className={entry.oneOf !== null && index > 0 ? 'or-row' : undefined}>
                  <td>
                    <Box />
                  </td>
                  <td>
                    {entry.oneOf !== null && (
                      <em>
                        <Say
                          voices={voices}
                          of={({ texts, say }) => (index === 0 ? `${say(`oneOf.${entry.oneOf ?? ''}`)}:` : texts.ui('print.or'))}
                        />{' '}
                      </em>
                    )}
                    <DocumentName document={document} voices={voices} />
                    {index === entry.documents.length - 1 && <AlsoEnough documents={entry.elsewhere} voices={voices} />}
                  </td>
                  <td>
                    <Say
                      voices={voices}
                      of={(voice) => {
                        const { form, age } = describeDocument({ ...voice, document, interview });
                        return joinFacts([form, age]);
                      }}
                    />
                  </td>
                  <td>
                    <Say voices={voices} of={(voice) => describeDocument({ ...voice, document, interview }).where} />
                  </td>
                  <td>
                    <Say voices={voices} of={({ texts, say }) => texts.list(document.steps.map((id) => say(`steps.${id}.name`)))} />
                  </td>
                  <td>
                    <Refs sources={document.sources} />
                  </td>
                </tr>
              )),
            )}
          </tbody>
        ))}
      </table>
    </section>
  ));
}

/** Papers that would do instead, but stand in another table of the sheet. */
function AlsoEnough({ documents, voices }: { documents: readonly AssessedDocument[]; voices: readonly Voice[] }): ReactNode {
  if (documents.length === 0) return null;
  return (
    <p>
      <Say
        voices={voices}
        of={({ texts, say }) =>
          texts.ui('documents.alsoEnough', { names: texts.list(documents.map(({ id }) => say(`documents.${id}.name`))) })
        }
      />
    </p>
  );
}

function DocumentName({ document, voices }: { document: AssessedDocument; voices: readonly Voice[] }): ReactNode {
  const official = voices[0]?.find(`documents.${document.id}.official`);
  const names = voices.map(({ say }) => say(`documents.${document.id}.name`));
  return (
    <>
      <strong>
        <Say voices={voices} of={({ say }) => say(`documents.${document.id}.name`)} />
      </strong>
      {official !== undefined && !names.includes(official) && ` (${official})`} <Possible status={document.status} voices={voices} />{' '}
      {(document.confidence === 'low' || document.confidence === 'unverified') && (
        <Say voices={voices} of={({ texts }) => `(${texts.ui(`item.${document.confidence}`)})`} />
      )}
    </>
  );
}

function SheetFees({ interview, assessment, voices }: SheetProps): ReactNode {
  const self = interview.reader === 'selfEmployed' ? 'Self' : '';
  return groupFees(assessment.fees).map(({ payer, fees, totals }) => (
    <section key={payer}>
      <h2>
        <Say voices={voices} of={({ texts }) => `${texts.ui('fees.title')}: ${texts.ui(`fees.by.${payer}${self}`)}`} />
      </h2>
      <table>
        <Head voices={voices} keys={['print.fee', 'print.amount', 'print.payAt']} />
        <tbody>
          {fees.map((fee) => (
            <tr key={fee.id}>
              <td>
                <Box />
              </td>
              <td>
                <strong>
                  <Say voices={voices} of={({ say }) => say(`fees.${fee.id}.name`)} />
                </strong>{' '}
                <Possible status={fee.status} voices={voices} />
                {fee.notFromWorker !== null && (
                  <Say voices={voices} of={({ texts }) => `(${texts.ui(`fees.notFromWorker.${fee.notFromWorker ?? 'law'}`)})`} />
                )}
              </td>
              <td>
                <Say voices={voices} of={({ texts }) => sayAmount(texts, fee)} />
              </td>
              <td>
                <Say voices={voices} of={({ say }) => (fee.step === null ? undefined : say(`steps.${fee.step}.name`))} />
              </td>
              <td>
                <Refs sources={fee.sources} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {totals.map((total) => (
            <tr key={total.currency}>
              <td />
              <td>
                <strong>
                  <Say voices={voices} of={({ texts }) => texts.ui('fees.total', { currency: total.currency })} />
                </strong>
              </td>
              <td colSpan={3}>
                <strong>
                  <Say voices={voices} of={({ texts }) => sayTotal(texts, total.known, total.atMost, total.currency)} />
                </strong>{' '}
                {total.unconfirmed.length > 0 && (
                  <Say
                    voices={voices}
                    of={({ texts, say }) =>
                      texts.ui('fees.plusUnconfirmed', { names: texts.list(total.unconfirmed.map((id) => say(`fees.${id}.name`))) })
                    }
                  />
                )}
              </td>
            </tr>
          ))}
        </tfoot>
      </table>
    </section>
  ));
}

function SheetOffices(props: SheetProps): ReactNode {
  const { voices } = props;
  const offices = listOffices(props);
  if (offices.length === 0) return null;
  return (
    <section>
      <h2>
        <Say voices={voices} of={({ texts }) => texts.ui('offices.title')} />
      </h2>
      <ul className="plain columns">
        {offices.map((office) => (
          <li key={office.id}>
            <strong>
              <Say voices={voices} of={({ say }) => say(`offices.${office.id}.name`)} />
            </strong>{' '}
            {(office.contacts ?? [])
              .map((contact) => `${contact.place === undefined ? '' : `${contact.place} `}${contact.value.replace(/^https?:\/\//, '')}`)
              .join('; ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SheetAnswers({ interview, voices }: SheetProps): ReactNode {
  const { asked, answers } = selectPath(interview.snapshot);
  return (
    <section>
      <h2>
        <Say voices={voices} of={({ texts }) => texts.ui('print.answers')} />
      </h2>
      <ul className="plain columns">
        {asked.map((id) => {
          const entry = interview.compiled.questions.find(({ question }) => question.id === id);
          const answer = answers[id];
          if (!entry || answer === undefined) return null;
          return (
            <li key={id}>
              <Say
                voices={voices}
                of={({ texts, say }) =>
                  `${say(`questions.${id}.short`)}: ${sayAnswer(texts, interview.country, entry.question, answer, interview.reader)}`
                }
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Duties, conflicts, what was not checked, and the sources by their short references. */
function SheetProofs(props: SheetProps): ReactNode {
  const { interview, assessment, voices } = props;
  const conflicts = listConflicts(props);
  return (
    <>
      {assessment.duties.length > 0 && (
        <section>
          <h2>
            <Say voices={voices} of={({ texts }) => texts.ui('duties.title')} />
          </h2>
          <ul className="plain">
            {assessment.duties.map((duty) => (
              <li key={duty.id}>
                <Say
                  voices={voices}
                  of={({ texts, say }) =>
                    `${say(`duties.${duty.id}.name`)} (${texts.ui(`severity.${duty.severity}`)}): ${say(`duties.${duty.id}.text`)}`
                  }
                />{' '}
                <Refs sources={duty.sources} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {conflicts.length > 0 && (
        <section>
          <h2>
            <Say voices={voices} of={({ texts }) => texts.ui('conflicts.title')} />
          </h2>
          <ul className="plain">
            {conflicts.map((conflict) => (
              <li key={conflict.id}>
                <Say
                  voices={voices}
                  of={({ texts, say }) =>
                    `${say(`conflicts.${conflict.id}.matter`)}: ${say(`conflicts.${conflict.id}.say`)} ${texts.ui('conflicts.follows')} ${say(`conflicts.${conflict.id}.follows`)}`
                  }
                />{' '}
                <Refs sources={conflict.sources} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>
          <Say voices={voices} of={({ texts }) => texts.ui('notChecked.title')} />
        </h2>
        <ul className="plain">
          {interview.compiled.pack.notChecked.map((id) => (
            <li key={id}>
              <Say voices={voices} of={({ say }) => say(`notChecked.${id}`)} />
            </li>
          ))}
        </ul>
      </section>
      <section className="sheet-sources">
        <h2>
          <Say voices={voices} of={({ texts }) => texts.ui('sources.title')} />
        </h2>
        <ul className="plain columns">
          {listSources(props)
            .filter(({ id }) => id !== 'unverified')
            .map((source) => (
              <li key={source.id}>
                <strong>{source.id}</strong> {source.title}
                {source.urls[0] === undefined ? '' : `, ${source.urls[0].replace(/^https?:\/\/(www\.)?/, '')}`}
              </li>
            ))}
        </ul>
      </section>
    </>
  );
}
