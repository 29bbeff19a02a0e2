import { keyed } from '../i18n/keyed.ts';
import { localDay } from '../i18n/local-day.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import { syncOutcome } from '../list/outcome.ts';
import { TryFacts } from '../list/try.tsx';
import type { ListStatus } from '../models/list.ts';

/** What is out of order with the list, and what to know of it. */
export function ListNotes({ list }: { list: ListStatus }) {
  const translator = useTranslator();
  const { alert, trouble, dated, foreign, heldBack } = list;
  return (
    <>
      {trouble === null ? null : (
        <p class="problem">
          <Text k={keyed('trouble', trouble)} />
        </p>
      )}
      {alert === null ? null : (
        <p class="problem">
          <Text
            k="list_alert"
            date={{ date: localDay(new Date(alert.at)) }}
            time={translator.time(alert.at)}
            outcome={syncOutcome(alert.outcome)}
          />
          <TryFacts of={alert} />
        </p>
      )}
      {dated === 'fresh' ? null : (
        <p class="problem">
          <Text k={keyed('dated', dated)} />
        </p>
      )}
      {foreign ? (
        <p class="note">
          <Text k="policy_foreign_list" />
        </p>
      ) : null}
      {heldBack === null ? null : (
        <p class="note">
          <Text k="list_held_back" version={`${heldBack}`} />
        </p>
      )}
    </>
  );
}
