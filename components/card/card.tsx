import { useEffect, useState } from 'preact/hooks';
import { displayable } from '../address/displayable.ts';
import { Flag } from '../drawing/flag.tsx';
import { explain } from '../explain/explain.ts';
import { phrase } from '../i18n/phrase.ts';
import { Say, Text, useTranslator } from '../i18n/say.tsx';
import type { CardPort } from '../models/card.ts';
import type { JudgedPage } from '../models/popup.ts';
import { IgnoreRow } from './ignore-row.tsx';

interface Props {
  page: Exclude<JudgedPage, { state: 'notListed' }>;
  /** Nothing is stored of it: neither an ignore entry nor what *Details* would look up. */
  privateWindow: boolean;
  port: CardPort;
}

/** In sight for this long, it counts as seen, ms. */
const READ = 3000;

/** The card on the page: a sheet flown from a staff. It says its sentence once and takes no focus. */
export function Card({ page, privateWindow, port }: Props) {
  const translator = useTranslator();
  const [said, setSaid] = useState(false);
  const words = explain(page.finding, page.host.unicode);
  const listed = page.finding.kind === 'listed';
  // Text that stands in a live region from the start is not announced.
  useEffect(() => {
    const frame = requestAnimationFrame(() => setSaid(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => port.seen(), READ);
    return () => clearTimeout(timer);
  }, [said, port]);
  return (
    <aside class={`card ${words.tier}`} lang={translator.tag}>
      <Flag tier={words.tier} size="l" />
      <button
        type="button"
        class="x"
        aria-label={translator.plain(phrase('dismiss'))}
        onClick={() => port.dismiss()}
      >
        <svg width="12" height="12" aria-hidden="true">
          <path d="M1.5 1.5l9 9m0-9l-9 9" stroke="currentColor" stroke-width="1.5" />
        </svg>
      </button>
      <div role="status">
        {said ? (
          <>
            <p class="word">
              <Say of={words.word} />
            </p>
            <CardHost unicode={page.host.unicode} ascii={page.host.ascii} />
            <p class="say">
              <Say of={phrase('title_and_rest', { title: words.title, rest: words.rest })} />
            </p>
          </>
        ) : null}
      </div>
      <div class="row">
        {privateWindow ? null : (
          <>
            <button type="button" class="link" onClick={() => port.details()}>
              <Text k={listed ? 'lineage_and_sources' : 'details'} />
            </button>
            <IgnoreRow onIgnore={(term) => void port.ignore(term).then(() => port.dismiss())} />
          </>
        )}
      </div>
    </aside>
  );
}

function CardHost({ unicode, ascii }: { unicode: string; ascii: string }) {
  return (
    <p class="host">
      <bdi dir="ltr">{displayable(unicode, 120)}</bdi>
      {ascii === unicode ? null : (
        <small>
          <bdi dir="ltr">{displayable(ascii, 120)}</bdi>
        </small>
      )}
    </p>
  );
}
