import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { Texts } from '../../texts/index.ts';
import { COUNTRIES, COUNTRY_REGIONS } from '../../texts/index.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import type { FieldProps } from './QuestionField.tsx';
import { UnknownBox } from './UnknownBox.tsx';
import { useField } from './use-field.ts';

/** No nationality: user-assigned code of ISO 3166-1. */
const STATELESS = 'XX';

/**
 * A native list, because comboboxes fail on the screen readers of phones; a text field above shortens it. Neighbouring
 * countries come first.
 */
export function CountryField({ question, form, describedBy, isInvalid, pack }: FieldProps): ReactNode {
  const texts = useTexts();
  const { value, setValue } = useField(form);
  const [filter, setFilter] = useState('');
  const groups = useMemo(() => groupCountries(texts), [texts]);
  const id = `${question.id}-1`;
  const shown = groups.map(({ region, countries }) => ({
    region,
    countries: countries.filter(({ code, name }) => code === value || matches(name, filter)),
  }));
  const count = shown.reduce((sum, group) => sum + group.countries.length, 0);
  return (
    <>
      <div className="field">
        <label htmlFor={`${question.id}-filter`}>{texts.ui('country.filter')}</label>
        <input
          type="search"
          className="wide"
          id={`${question.id}-filter`}
          autoComplete="off"
          value={filter}
          onChange={(event) => {
            setFilter(event.target.value);
          }}
        />
        <p className="small soft" role="status">
          {filter === '' ? '' : texts.ui('country.filtered', { count })}
        </p>
      </div>
      <div className="field">
        <label htmlFor={id}>{pack.say(`questions.${question.id}.short`)}</label>
        <select
          className="wide"
          id={id}
          name={question.id}
          value={value}
          aria-describedby={describedBy}
          aria-invalid={isInvalid}
          onChange={(event) => {
            setValue('value', event.target.value);
          }}
        >
          <option value="">{texts.ui('country.choose')}</option>
          {shown
            .filter(({ countries }) => countries.length > 0)
            .map(({ region, countries }) => (
              <optgroup key={region} label={texts.ui(`region.${region}`)}>
                {countries.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
          <option value={STATELESS}>{texts.ui('country.stateless')}</option>
        </select>
      </div>
      <UnknownBox question={question} form={form} />
    </>
  );
}

type CountryGroup = { region: string; countries: readonly { code: string; name: string }[] };

function groupCountries(texts: Texts): readonly CountryGroup[] {
  const near = new Set(Object.values(COUNTRY_REGIONS).flat());
  const groups = { ...COUNTRY_REGIONS, other: COUNTRIES.filter((code) => !near.has(code)) };
  return Object.entries(groups).map(([region, codes]) => ({
    region,
    countries: codes.map((code) => ({ code, name: texts.country(code) })).sort((a, b) => a.name.localeCompare(b.name, texts.language)),
  }));
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const matches = (name: string, filter: string): boolean => plain(name).includes(plain(filter.trim()));
