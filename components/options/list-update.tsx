import { useEffect, useState } from 'preact/hooks';
import { keyed } from '../i18n/keyed.ts';
import { phrase } from '../i18n/phrase.ts';
import { Say, Text, useTranslator } from '../i18n/say.tsx';
import { kilobytes, syncOutcome } from '../list/outcome.ts';
import { TryFacts } from '../list/try.tsx';
import type { ListPort, ListStatus, SyncAnswer, SyncProgress } from '../models/list.ts';

export interface ListPartProps {
  list: ListStatus;
  port: ListPort;
  /** Reads the model anew. */
  onChange: () => Promise<void>;
}

/** Milliseconds between two looks at an update under way. */
const LOOK = 400;

/** Asks for the list now, and shows how far that is. */
export function ListUpdate({ list, port, onChange }: ListPartProps) {
  const [asked, setAsked] = useState(false);
  const [answer, setAnswer] = useState<SyncAnswer | null>(null);
  const running = asked || list.underWay !== null;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void onChange(), LOOK);
    return () => clearInterval(timer);
  }, [running, onChange]);
  const update = async () => {
    setAsked(true);
    setAnswer(null);
    try {
      setAnswer(await port.update());
    } finally {
      setAsked(false);
      await onChange();
    }
  };
  const why = list.address === '' ? 'no address set' : list.keys.length === 0 ? 'no key set' : null;
  return (
    <div class="row">
      <button
        type="button"
        class="btn primary"
        disabled={running || why !== null}
        onClick={() => void update()}
      >
        <Text k={running ? 'list_updating' : 'list_update_now'} />
      </button>
      {running && list.underWay ? <Progress of={list.underWay} /> : null}
      <span role="status" class="label">
        {why !== null ? <Say of={syncOutcome(why)} /> : answer === null ? null : <Answer of={answer} />}
      </span>
    </div>
  );
}

/** How a try ended, in words. */
export function Answer({ of: { kind, ...facts } }: { of: SyncAnswer }) {
  return (
    <>
      <Say of={syncOutcome(kind)} />
      <TryFacts of={{ facts }} />
    </>
  );
}

function Progress({ of: { file, received, size } }: { of: SyncProgress }) {
  const translator = useTranslator();
  const large = file === 'snapshot' || file === 'delta';
  const fetching = phrase('list_fetching', { file: phrase(keyed('file', file)) });
  return (
    <span class="progress">
      <progress
        aria-label={translator.plain(fetching)}
        {...(large ? { value: received, max: Math.max(size, 1) } : {})}
      />
      <span class="label num">
        {large && received >= size ? (
          <Text k="list_checking" />
        ) : (
          <>
            <Say of={fetching} />{' '}
            {large
              ? `${translator.number(kilobytes(received))} / ${translator.number(kilobytes(size))} kB`
              : null}
          </>
        )}
      </span>
    </span>
  );
}
