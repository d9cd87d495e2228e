import type { ReactNode } from 'react';
import type { AssessedDocument } from '../../assessment/index.ts';
import type { DocumentEntry } from '../../checklist/index.ts';
import { groupDocuments } from '../../checklist/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { describeDocument } from './describe-document.ts';
import { ItemRow } from './ItemRow.tsx';
import type { ResultProps } from './result-props.ts';

/** Documents grouped by who brings them and by the step at which they are handed over. */
export function DocumentList({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  if (assessment.documents.length === 0) return null;
  const groups = groupDocuments(assessment.documents, assessment.steps);
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{texts.ui('documents.title', { count: assessment.documents.length })}</h2>
      {groups.map(({ provider, count, steps }) => (
        <section key={provider} aria-labelledby={`provider-${provider}`}>
          <h3 id={`provider-${provider}`}>
            {texts.ui(`documents.by.${provider}${interview.reader === 'selfEmployed' ? 'Self' : ''}`, { count })}
          </h3>
          {steps.map(({ step, entries }) => (
            <div key={step ?? 'none'}>
              <h4>{step === null ? texts.ui('documents.anytime') : texts.ui('documents.atStep', { step: say(`steps.${step}.name`) })}</h4>
              <ul className="items">
                {entries.map((entry) => (
                  <Entry key={entry.documents[0]?.id} entry={entry} interview={interview} assessment={assessment} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </section>
  );
}

function Entry({ entry, interview, assessment }: ResultProps & { entry: DocumentEntry }): ReactNode {
  const texts = useTexts();
  const { say } = usePackTexts(interview.country, interview.reader);
  const [only] = entry.documents;
  if (entry.oneOf === null && only) return <DocumentRow document={only} interview={interview} assessment={assessment} />;
  return (
    <li className="one-of">
      <p className="item-name">
        {say(`oneOf.${entry.oneOf ?? ''}`)} <span className="tag ask">{texts.ui('documents.oneIsEnough')}</span>
      </p>
      <ul className="items">
        {entry.documents.map((document) => (
          <DocumentRow key={document.id} document={document} interview={interview} assessment={assessment} />
        ))}
      </ul>
      {entry.elsewhere.length > 0 && (
        <p>{texts.ui('documents.alsoEnough', { names: texts.list(entry.elsewhere.map(({ id }) => say(`documents.${id}.name`))) })}</p>
      )}
    </li>
  );
}

function DocumentRow({ document, interview }: ResultProps & { document: AssessedDocument }): ReactNode {
  const texts = useTexts();
  const { say, find } = usePackTexts(interview.country, interview.reader);
  const { form, age, where } = describeDocument({ texts, say, find, document, interview });
  const note = find(`documents.${document.id}.note`);
  return (
    <ItemRow
      interview={interview}
      kind="document"
      id={document.id}
      name={say(`documents.${document.id}.name`)}
      status={document.status}
      grounds={document}
      textKey={`documents.${document.id}`}
      facts={[form, age, where]}
    >
      {note !== undefined && <p className="small">{note}</p>}
    </ItemRow>
  );
}
