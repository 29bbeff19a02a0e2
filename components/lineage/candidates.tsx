import { useState } from 'preact/hooks';
import { readEvidence } from '../../utils/trail/sighting.ts';
import { Address } from '../address/address.tsx';
import { displayable } from '../address/displayable.ts';
import { signalName } from '../explain/signal-name.ts';
import { useKeptFocus } from '../focus/use-kept-focus.ts';
import { keyed } from '../i18n/keyed.ts';
import { Say, Text } from '../i18n/say.tsx';
import type { HistoryPort } from '../models/history.ts';
import type { CandidateName, LineageCandidate, LineageModel } from '../models/lineage.ts';
import { Proposal } from './proposal.tsx';

interface Props {
  model: LineageModel;
  port: HistoryPort;
  /** Called when the user has decided. */
  onChange: () => void;
}

/** Names that browsing suggests, each with what it rests on and what speaks against it, to accept or reject. */
export function Candidates({ model, port, onChange }: Props) {
  if (model.candidates.length === 0) return null;
  return (
    <section class="candidates">
      <h2>
        <Text k="candidates" />
      </h2>
      <p class="note">
        <Text k="candidates_note" />
      </p>
      <ul>
        {model.candidates.map((name) => (
          <li key={name.domain}>
            <Candidate name={name} exchange={model.exchange.id} port={port} onChange={onChange} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CandidateProps extends Omit<Props, 'model'> {
  name: CandidateName;
  exchange: string;
}

function Candidate({ name, exchange, port, onChange }: CandidateProps) {
  const [proposing, setProposing] = useState(false);
  const { place: standing, hold } = useKeptFocus<HTMLParagraphElement>();
  const decide = (decision: CandidateName['decision']) => () => {
    hold();
    void port.decide(exchange, name.domain, decision).then(onChange);
  };
  return (
    <article>
      <h3>
        <Address text={name.domain} />
      </h3>
      <p class="standing" ref={standing} tabIndex={-1}>
        <Text
          k={name.decision === null ? keyed('standing', name.standing) : keyed('decision', name.decision)}
        />
      </p>
      {name.seen.map((one) => (
        <Seen of={one} key={`${one.from} ${one.evidence}`} />
      ))}
      {name.doubts.length === 0 ? null : (
        <>
          <h4>
            <Text k="candidate_against" />
          </h4>
          <ul class="reasons">
            {name.doubts.map((doubt) => (
              <li key={doubt}>
                <Text k={keyed('doubt', doubt)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="row">
        {name.decision === null ? (
          <>
            <button type="button" class="btn small" onClick={decide('accepted')}>
              <Text k="decide_accept" />
            </button>
            <button type="button" class="btn small" onClick={decide('rejected')}>
              <Text k="decide_reject" />
            </button>
          </>
        ) : (
          <button type="button" class="btn small" onClick={decide(null)}>
            <Text k="decide_back" />
          </button>
        )}
        {name.decision === 'rejected' ? null : (
          <button
            type="button"
            class="btn small"
            aria-expanded={proposing}
            onClick={() => setProposing(!proposing)}
          >
            <Text k="propose" />
          </button>
        )}
      </p>
      {proposing ? <Proposal exchange={exchange} domain={name.domain} port={port} /> : null}
    </article>
  );
}

/** One kind of evidence: what, when, and the words or addresses. */
function Seen({ of }: { of: LineageCandidate }) {
  return (
    <div class="seen">
      <p>
        <Text k="candidate_heading" from={{ host: of.from }} to={{ host: of.domain }} />{' '}
        <Text k={keyed('seen', of.evidence)} />
      </p>
      <p class="note">
        <Text k="candidate_seen" first={{ date: of.seen }} last={{ date: of.lastSeen }} times={of.times} />
      </p>
      <dl class="rec">
        {of.lines.map((line) => (
          <Line text={line} key={line} />
        ))}
      </dl>
    </div>
  );
}

const MANNERS = ['server', 'client', 'inferred'] as const;

function Line({ text }: { text: string }) {
  const read = readEvidence(text);
  if (read === null || read.what === 'against') return null;
  const { what, value } = read;
  const manner = what === 'by' ? MANNERS.find((one) => one === value) : undefined;
  const [place = '', ...words] = value.split(' ');
  return (
    <div>
      <dt>
        <Text k={keyed('evidence', what)} />
      </dt>
      <dd>
        {manner !== undefined ? (
          <Text k={keyed('by', manner)} />
        ) : what === 'place' ? (
          <>
            <Say of={signalName(place)} /> <bdi>{displayable(words.join(' '), 120)}</bdi>
          </>
        ) : (
          <bdi>{displayable(value, 400)}</bdi>
        )}
      </dd>
    </div>
  );
}
