import type { ReactNode } from 'react';

/** A box to tick, with its name beside it. */
export function TickBox({
  name,
  label,
  isTicked,
  onChange,
  children,
}: {
  name: string;
  label: string;
  isTicked: boolean;
  onChange: (isTicked: boolean) => void;
  children?: ReactNode;
}): ReactNode {
  return (
    <div className="choice">
      <input
        type="checkbox"
        id={`tick-${name}`}
        name={name}
        checked={isTicked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <div>
        <label htmlFor={`tick-${name}`}>{label}</label> <span className="tick-note">{children}</span>
      </div>
    </div>
  );
}
