import type { ReactNode } from 'react';

type LanguageFieldProps = {
  id: string;
  label: string;
  value: string;
  /** Languages by their own names. */
  languages: readonly { code: string; name: string }[];
  /** What stands first and chooses none of them. */
  none?: string;
  onChange: (language: string) => void;
};

/** Which language a sheet speaks, or speaks besides. */
export function LanguageField({ id, label, value, languages, none, onChange }: LanguageFieldProps): ReactNode {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="wide"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {none !== undefined && <option value="">{none}</option>}
        {languages.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
