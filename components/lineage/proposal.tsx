import { useEffect, useState } from 'preact/hooks';
import { phrase } from '../i18n/phrase.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import type { HistoryPort } from '../models/history.ts';
import type { ProposalAnswer } from '../models/lineage.ts';

interface Props {
  exchange: string;
  domain: string;
  port: HistoryPort;
}

/** A candidate as rows to paste into the record's file. Nothing is sent. */
export function Proposal({ exchange, domain, port }: Props) {
  const [answer, setAnswer] = useState<ProposalAnswer | null>(null);
  const [copied, setCopied] = useState(false);
  const translator = useTranslator();
  useEffect(() => {
    port.propose(exchange, domain).then(setAnswer, (cause: unknown) => {
      console.error('history: no proposal', cause);
      setAnswer({ fault: domain });
    });
  }, [port, exchange, domain]);
  if (answer === null)
    return (
      <p role="status" class="waiting">
        <Text k="loading" />
      </p>
    );
  if ('fault' in answer)
    return (
      <p role="alert" class="problem">
        <Text k="proposal_failed" why={{ quote: answer.fault }} />
      </p>
    );
  const { text } = answer;
  return (
    <div class="proposal">
      <p class="note">
        <Text k="proposal_note" />
      </p>
      <textarea
        class="mono"
        readOnly
        rows={Math.min(24, text.split('\n').length)}
        aria-label={translator.plain(phrase('proposal_field'))}
        value={text}
      />
      <p class="row">
        <button
          type="button"
          class="btn small"
          onClick={() => void port.copy(text).then(() => setCopied(true))}
        >
          <Text k="proposal_copy" />
        </button>
        <span role="status">{copied ? <Text k="copied" /> : null}</span>
      </p>
    </div>
  );
}
