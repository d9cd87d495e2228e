import type { ReactNode } from 'react';
import type { Office, PackRecruitment } from '../../rules/index.ts';
import type { Texts } from '../../texts/index.ts';
import { recruitmentKey } from '../recruitment/recruitment-props.ts';
import type { Voice } from './voices.tsx';
import { Say } from './voices.tsx';

type RightsCardProps = {
  country: string;
  /** Version of the rules. */
  version: string;
  rules: PackRecruitment;
  /** Offices of the country, of which the card names those that can help. */
  offices: readonly Office[];
  voices: readonly Voice[];
  /** The reader's own texts name an office where the language of the card does not. */
  fallback: Texts;
  /** Whether a native reader has checked the language of the card. */
  isReviewed: boolean;
};

/** The rights of the worker on one page: ten points, the danger signs, where to get help, and lines to fill in by hand. */
export function RightsCard({ country, version, rules, offices, voices, fallback, isReviewed }: RightsCardProps): ReactNode {
  const say =
    (path: string) =>
    ({ texts }: Voice): string =>
      texts.pack('common', recruitmentKey(`rights.${path}`));
  const sayPoint =
    (id: string, hasNote: boolean) =>
    (voice: Voice): string =>
      [`points.${id}.name`, `points.${id}.text`, ...(hasNote ? [`points.${id}.notes.${country}`] : [])]
        .map((path) => say(path)(voice))
        .join(' ');
  const cited = new Set([...rules.rights, rules.dangerSigns].flatMap(({ sources }) => sources));
  const help = rules.helpOffices.flatMap((id) => offices.filter((office) => office.id === id));
  return (
    <article className={voices.length > 1 ? 'rights-card two-languages' : 'rights-card'} lang={voices[0]?.texts.language}>
      <p className="sheet-brand">
        Permiso {version} · <Say voices={voices} of={({ texts }) => texts.country(country.toUpperCase())} />
      </p>
      <h1>
        <Say voices={voices} of={say('title')} />
      </h1>
      {!isReviewed && (
        <p className="sheet-note">
          <Say voices={voices} of={say('notReviewed')} />
        </p>
      )}
      <p>
        <Say voices={voices} of={say('lead')} />
      </p>
      <ol className="rights-points">
        {rules.rights.map(({ id, hasNote, sources }) => (
          <li key={id}>
            {voices.length > 1 ? (
              <Say voices={voices} of={sayPoint(id, hasNote)} />
            ) : (
              voices.map((voice) => (
                <span key={voice.texts.language}>
                  <strong>{say(`points.${id}.name`)(voice)}</strong> {say(`points.${id}.text`)(voice)}{' '}
                  {hasNote && say(`points.${id}.notes.${country}`)(voice)}
                </span>
              ))
            )}{' '}
            <span className="refs">{sources.join(', ')}</span>
          </li>
        ))}
      </ol>
      <h2>
        <Say voices={voices} of={say('signsTitle')} />
      </h2>
      <p>
        <Say
          voices={voices}
          of={(voice) => `${say('signsText')(voice)} ${rules.dangerSigns.ids.map((id) => say(`signs.${id}`)(voice)).join(' · ')}`}
        />{' '}
        <span className="refs">{rules.dangerSigns.sources.join(', ')}</span>
      </p>
      <h2>
        <Say voices={voices} of={say('helpTitle')} />
      </h2>
      <ul className="plain">
        {help.map((office) => (
          <li key={office.id}>
            <strong>
              <Say
                voices={voices}
                of={({ find }) => find(`offices.${office.id}.name`) ?? fallback.find(country, `offices.${office.id}.name`)}
              />
            </strong>{' '}
            {sayContacts(office)}
          </li>
        ))}
        {['complaints', 'labour', 'consulate', 'police'].map((line) => (
          <li key={line} className="fill-line">
            <Say voices={voices} of={say(`fill.${line}`)} />
          </li>
        ))}
      </ul>
      <p className="refs">
        <Say voices={voices} of={(voice) => `${say('helpNote')(voice)} ${say('basis')(voice)}`} />
      </p>
      <p className="refs" lang="en">
        {rules.sources
          .filter(({ id }) => cited.has(id))
          .map(({ id, title }) => `${id} ${title.replace(/\s*\(.*$/, '')}`)
          .join('; ')}
      </p>
    </article>
  );
}

/** A few telephone numbers, otherwise the website: the card has one page. */
function sayContacts({ contacts = [] }: Office): string {
  const phones = contacts.filter(({ kind }) => kind === 'phone').slice(0, 4);
  const shown = phones.length > 0 ? phones : contacts.filter(({ kind }) => kind === 'web').slice(0, 1);
  return shown.map(({ place, value }) => `${place === undefined ? '' : `${place} `}${value.replace(/^https?:\/\//, '')}`).join('; ');
}
