import { useState } from 'preact/hooks';
import { keyed } from '../i18n/keyed.ts';
import { counted } from '../i18n/phrase.ts';
import { Gap, Say, Text, useTranslator } from '../i18n/say.tsx';
import { syncOutcome } from '../list/outcome.ts';
import type { PopupModel, PopupPort } from '../models/popup.ts';
import { whenOf } from './when.ts';

/** What the user should know before reading the verdict: an old list, pages that are not recorded, policy. */
export function Strips({ model, port }: { model: PopupModel; port: PopupPort }) {
  const { stale, policy, unrecorded } = model;
  return (
    <>
      {stale === null ? null : <Stale stale={stale} port={port} />}
      {unrecorded === null ? null : (
        <section class="strip caution">
          <p>
            <Text k={keyed('unrecorded', unrecorded)} />
          </p>
        </section>
      )}
      {policy.managed || policy.foreignList ? (
        <section class="strip">
          <p>
            {policy.managed ? <Text k="policy_managed" /> : null}
            <Gap />
            {policy.foreignList ? <Text k="policy_foreign_list" /> : null}
          </p>
        </section>
      ) : null}
    </>
  );
}

function Stale({ stale, port }: { stale: NonNullable<PopupModel['stale']>; port: PopupPort }) {
  const [asked, setAsked] = useState(false);
  const translator = useTranslator();
  const { lastTry } = stale;
  return (
    <section class="strip caution">
      <p>
        {stale.ageDays === null ? (
          <Text k="dated_from_the_future" />
        ) : (
          <Say of={counted('list_stale', stale.ageDays)} />
        )}
        <Gap />
        {lastTry === null ? null : (
          <Text
            k="list_last_try"
            outcome={syncOutcome(lastTry.outcome)}
            time={whenOf(lastTry.at, new Date(), translator)}
          />
        )}
      </p>
      {stale.canUpdate && port.syncNow !== undefined ? (
        <button
          type="button"
          class="btn small"
          disabled={asked}
          onClick={() => {
            setAsked(true);
            void port.syncNow?.();
          }}
        >
          <Text k={asked ? 'list_updating' : 'list_update_now'} />
        </button>
      ) : null}
    </section>
  );
}
