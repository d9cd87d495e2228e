import type { ReactNode } from 'react';

/** Opens the browser's own print window. */
export function PrintButton({
  label,
  action = 'print',
  disabled = false,
}: {
  label: string;
  action?: string;
  disabled?: boolean;
}): ReactNode {
  return (
    <button
      type="button"
      className="button"
      data-action={action}
      disabled={disabled}
      onClick={() => {
        window.print();
      }}
    >
      {label}
    </button>
  );
}
