import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';
import { parseWhole } from '../questions/read-input.ts';

type AmountFieldProps = {
  label: string;
  name: string;
  value: number | undefined;
  unit: string;
  most: number;
  isWhole?: boolean;
  onChange: (value: number | undefined) => void;
};

/** A number that is taken over when the person leaves the field; what cannot be one is said. */
export function AmountField({ label, name, value, unit, most, isWhole = false, onChange }: AmountFieldProps): ReactNode {
  const texts = useTexts();
  const id = useId();
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const [isWrong, setIsWrong] = useState(false);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(value === undefined ? '' : String(value));
    setIsWrong(false);
  }
  const take = (): void => {
    if (text.trim() === '') {
      setIsWrong(false);
      if (value !== undefined) onChange(undefined);
      return;
    }
    const read = parseWhole(text);
    const fits = read !== undefined && read >= 0 && read <= most && (!isWhole || Number.isInteger(read));
    setIsWrong(!fits);
    if (fits && read !== value) onChange(read);
  };
  return (
    <div className={`field ${isWrong ? 'has-error' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {isWrong && (
        <p className="error" id={`${id}-problem`} role="alert">
          {texts.ui('error.notANumber')}
        </p>
      )}
      <p className="with-unit">
        <input
          type="text"
          inputMode="decimal"
          id={id}
          name={name}
          className="number"
          autoComplete="off"
          value={text}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-problem` : undefined}
          onChange={(event) => {
            setText(event.target.value);
          }}
          onBlur={take}
        />{' '}
        {unit}
      </p>
    </div>
  );
}
