import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Intent } from '../api/hooks';

const DialogFrame = lazy(() => import('./DialogFrame'));

interface Action {
  title: string;
  trigger: string; // The verb on the button that opens it.
  confirm?: string;
  intent: Intent;
  primary?: boolean;
  disabled?: boolean;
  width?: number;
  children?: ReactNode; // The fields that the command needs.
}

// A button that asks before it acts. The dialog stays open on a refusal, with its reasons.
export function ActionDialog({ trigger, primary, disabled, ...rest }: Action) {
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    rest.intent.reset();
  };
  return (
    <>
      <button
        type="button"
        className={primary ? 'button primary' : 'button'}
        disabled={disabled}
        onClick={() => setOpen(true)}
      >
        {trigger}
      </button>
      {open && (
        <Suspense>
          <DialogFrame {...rest} confirm={rest.confirm ?? trigger} close={close} />
        </Suspense>
      )}
    </>
  );
}
