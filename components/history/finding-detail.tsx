import type { Finding } from '../../utils/verdict/finding.ts';
import { Pair } from '../address/pair.tsx';
import { explain } from '../explain/explain.ts';
import type { Reason } from '../explain/explanation.ts';
import { phrase } from '../i18n/phrase.ts';
import { Say, Text } from '../i18n/say.tsx';

/** A weight of 1 is drawn this wide, in pixels. */
const FULL = 40;

interface Props {
  finding: Finding;
  host: string;
  /** The first finding's word stands in the row above already. */
  first: boolean;
}

/** One finding: its sentence, each reason with what matched and what it weighed, and why it is not surer. */
export function FindingDetail({ finding, host, first }: Props) {
  const words = explain(finding, host);
  const most = Math.max(1, ...words.reasons.map((one) => Math.abs(one.weight ?? 0)));
  return (
    <section class={`finding ${words.tier}`}>
      <h3 class={first ? 'sr' : ''}>
        <span class="word">
          <Say of={words.word} />
        </span>
      </h3>
      <p>
        <Say of={phrase('title_and_rest', { title: words.title, rest: words.rest })} />
      </p>
      {finding.kind === 'lookalike' ? <Pair host={host} match={finding.match} /> : null}
      {words.reasons.length === 0 ? null : (
        <>
          <h4>
            <Text k={words.sure === null ? 'reasons' : words.sure === 'high' ? 'sure_high' : 'sure_low'} />
          </h4>
          <ul class="reasons">
            {words.reasons.map((one, index) => (
              <li key={`${index}`}>
                <span class="what">
                  <Say of={one.what} />
                </span>
                <span class="ev">
                  {one.matched === null ? null : <Say of={phrase('just', { it: one.matched })} />}
                </span>
                <Weight reason={one} most={most} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="note">
        <Say of={words.limit} />
      </p>
    </section>
  );
}

function Weight({ reason, most }: { reason: Reason; most: number }) {
  const { weight } = reason;
  if (weight === null) return null;
  return (
    <span class="w num">
      <svg width={FULL} height="8" aria-hidden="true">
        <path d={`M0 0h${(Math.abs(weight) / most) * FULL}v8H0z`} />
      </svg>
      {weight.toFixed(1)}
    </span>
  );
}
