import type { Finding } from '../../utils/verdict/finding.ts';
import { explain } from '../explain/explain.ts';
import type { Explanation, Reason } from '../explain/explanation.ts';
import { ReasonItem } from '../explain/reason-item.tsx';
import { phrase } from '../i18n/phrase.ts';
import { Say, Text } from '../i18n/say.tsx';

/** Reasons that the second glance takes in; the history has the rest. */
const SHOWN = 3;

/** Up to three reasons, with how sure the finding is and why not surer. */
export function Reasons({ words, reasons }: { words: Explanation; reasons: Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <section class="part why">
      <h2>
        <Text k={words.sure === null ? 'reasons' : words.sure === 'high' ? 'sure_high' : 'sure_low'} />
      </h2>
      <ol>
        {reasons.slice(0, SHOWN).map((one, index) => (
          <li key={`${index}`}>
            <ReasonItem reason={one} />
          </li>
        ))}
      </ol>
      <p class="limit">
        <Say of={words.limit} />
      </p>
    </section>
  );
}

/** The other findings on the page, each in one sentence. */
export function Also({ findings, host }: { findings: Finding[]; host: string }) {
  return findings.map((finding, index) => {
    const words = explain(finding, host);
    if (finding.kind !== 'operations')
      return (
        <section class={`part also ${words.tier}`} key={`${index}`}>
          <h2>
            <Say of={words.word} />
          </h2>
          <p>
            <Say
              of={
                finding.kind === 'succession'
                  ? phrase('title_and_rest', { title: words.title, rest: words.rest })
                  : words.title
              }
            />
          </p>
        </section>
      );
    return (
      <section class="part why mentions" key={`${index}`}>
        <h2>
          <Say of={words.title} />
        </h2>
        <ol>
          {words.reasons.slice(0, SHOWN).map((one, at) => (
            <li key={`${at}`}>
              <ReasonItem reason={one} />
            </li>
          ))}
        </ol>
      </section>
    );
  });
}
