import { localDay } from '../i18n/local-day.ts';
import { Say, Text, useTranslator } from '../i18n/say.tsx';
import type { SyncTry } from '../models/list.ts';
import { syncFacts, syncOutcome } from './outcome.ts';

/** When a try at the list was made, how it ended, and the facts beside. */
export function ListTry({ of: made }: { of: SyncTry }) {
  const translator = useTranslator();
  return (
    <>
      <Text
        k="list_try_says"
        date={{ date: localDay(new Date(made.at)) }}
        time={translator.time(made.at)}
        outcome={syncOutcome(made.outcome)}
      />
      <TryFacts of={made} />
    </>
  );
}

/** The facts of an outcome in a line of their own; nothing where there are none. */
export function TryFacts({ of: { facts } }: { of: Pick<SyncTry, 'facts'> }) {
  const said = syncFacts(facts);
  if (said.length === 0) return null;
  return (
    <small class="ev">
      {said.map((fact, index) => (
        <span key={fact.key}>
          {index === 0 ? null : ' · '}
          <Say of={fact} />
        </span>
      ))}
    </small>
  );
}
