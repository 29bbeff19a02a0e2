import { phrase } from '../i18n/phrase.ts';
import { Say } from '../i18n/say.tsx';
import type { Reason } from './explanation.ts';

/** One reason: what it is, and what matched. */
export function ReasonItem({ reason }: { reason: Reason }) {
  return (
    <>
      <b class="what">
        <Say of={reason.what} />
      </b>
      {reason.matched === null ? null : (
        <span class="ev">
          <Say of={phrase('just', { it: reason.matched })} />
        </span>
      )}
    </>
  );
}
