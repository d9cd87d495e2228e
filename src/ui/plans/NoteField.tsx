import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';

/** A remark, taken over when the person leaves the field. */
export function NoteField({
  name,
  value = '',
  most,
  onChange,
}: {
  name: string;
  value: string | undefined;
  most: number;
  onChange: (value: string | undefined) => void;
}): ReactNode {
  const texts = useTexts();
  const id = useId();
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(value);
  }
  const take = (): void => {
    if (text.trim() !== value) onChange(text.trim() === '' ? undefined : text.trim());
  };
  return (
    <div className="field">
      <label htmlFor={id}>{texts.ui('plan.note')}</label>
      <input
        type="text"
        id={id}
        name={name}
        className="wide"
        maxLength={most}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onBlur={take}
      />
    </div>
  );
}
