import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { usePageFocus } from '../hooks/use-page-focus.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import { PACK_IDENTITIES } from '../packs.ts';

/** Choose a country; what the program does and does not do; where answers stay. */
export function StartPage(): ReactNode {
  const texts = useTexts();
  const heading = usePageFocus(`Permiso – ${texts.ui('start.title')}`, 'start');
  const countries = PACK_IDENTITIES.map((identity) => ({ ...identity, name: texts.country(identity.id.toUpperCase()) })).sort((a, b) =>
    a.name.localeCompare(b.name, texts.language),
  );
  return (
    <>
      <div className="prose">
        <h1 ref={heading} tabIndex={-1}>
          {texts.ui('start.title')}
        </h1>
        <p className="lead">{texts.ui('start.lead')}</p>
      </div>
      <p>
        <Link href="/plans">{texts.ui('plans.link')}</Link>
      </p>
      <h2 id="countries">{texts.ui('start.choose')}</h2>
      <ul className="cards">
        {countries.map((country) => (
          <li key={country.id}>
            <Link href={`/${country.id}`} className="card">
              <strong>{country.name}</strong>
              <span className="small soft">{texts.ui('start.reviewed', { date: texts.day(country.reviewedOn) })}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="prose">
        <h2>{texts.ui('start.doesTitle')}</h2>
        <ul>
          {['permit', 'papers', 'fees', 'sources'].map((key) => (
            <li key={key}>{texts.ui(`start.does.${key}`)}</li>
          ))}
        </ul>
        <h2>{texts.ui('start.doesNotTitle')}</h2>
        <ul>
          {['apply', 'decide', 'advice'].map((key) => (
            <li key={key}>{texts.ui(`start.doesNot.${key}`)}</li>
          ))}
        </ul>
        <h2>{texts.ui('start.privacyTitle')}</h2>
        <p>{texts.ui('start.privacy')}</p>
      </div>
    </>
  );
}
