import type { ReactNode } from 'react';
import type { Office } from '../../rules/index.ts';
import { usePackTexts, useTexts } from '../hooks/use-texts.tsx';
import { Fold } from './Fold.tsx';
import type { ResultProps } from './result-props.ts';

/** Offices that the steps and documents of this case name, with contacts. */
export function listOffices({ interview, assessment }: ResultProps): readonly Office[] {
  const { pack } = interview.compiled;
  const shown = assessment.recommended ?? assessment.settledRoute;
  const route = pack.routes.find(({ id }) => id === shown);
  const documents = assessment.documents.flatMap(({ id }) => pack.documents.find((document) => document.id === id)?.offices ?? []);
  const ids = new Set([
    ...assessment.steps.flatMap((step) => step.offices),
    ...documents,
    ...(route?.decides ?? []),
    ...(route?.askOffices ?? []),
  ]);
  return pack.offices.filter(({ id }) => ids.has(id));
}

export function OfficeList({ interview, assessment }: ResultProps): ReactNode {
  const texts = useTexts();
  const { say, find } = usePackTexts(interview.country, interview.reader);
  const offices = listOffices({ interview, assessment });
  if (offices.length === 0) return null;
  return (
    <Fold id="offices" title={texts.ui('offices.titleCount', { count: offices.length })}>
      <ul className="items">
        {offices.map((office) => {
          const official = find(`offices.${office.id}.official`);
          const note = find(`offices.${office.id}.note`);
          return (
            <li key={office.id}>
              <p className="item-name">
                {say(`offices.${office.id}.name`)}
                {official !== undefined && official !== say(`offices.${office.id}.name`) && <span className="soft"> ({official})</span>}
              </p>
              {office.contacts ? (
                <ul>
                  {office.contacts.map((contact) => (
                    <li key={contact.value}>
                      {contact.place !== undefined && `${contact.place}: `}
                      <Contact kind={contact.kind} value={contact.value} />
                      {contact.asOf !== undefined && ` (${texts.ui('offices.asOf', { date: contact.asOf })})`}
                    </li>
                  ))}
                </ul>
              ) : (
                <p className="item-facts">{texts.ui('offices.noContact')}</p>
              )}
              {note !== undefined && <p className="small">{note}</p>}
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}

function Contact({ kind, value }: { kind: string; value: string }): ReactNode {
  if (kind === 'web')
    return (
      <a href={/^https?:/.test(value) ? value : `https://${value}`} rel="noreferrer">
        {value.replace(/^https?:\/\//, '')}
      </a>
    );
  if (kind === 'email') return <a href={`mailto:${value}`}>{value}</a>;
  return value;
}
