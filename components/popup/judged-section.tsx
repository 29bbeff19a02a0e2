import type { ComponentChildren } from 'preact';
import type { Finding } from '../../utils/verdict/finding.ts';
import { displayable } from '../address/displayable.ts';
import { Pair } from '../address/pair.tsx';
import { Flag } from '../drawing/flag.tsx';
import { exchangeName } from '../explain/exchange-name.ts';
import { explain } from '../explain/explain.ts';
import type { Explanation, Reason } from '../explain/explanation.ts';
import { roleName } from '../explain/listed.ts';
import { phrase } from '../i18n/phrase.ts';
import { Say, Text } from '../i18n/say.tsx';
import type { JudgedPage } from '../models/popup.ts';
import { Course } from './course.tsx';
import { HostLine } from './host-line.tsx';
import { Also, Reasons } from './reasons.tsx';

interface Props {
  page: JudgedPage;
  /** What stands under the sentence: what to do. */
  children?: ComponentChildren;
}

/** A judged address: flag and word, host, sentence, one primary action; then reasons. */
export function JudgedSection({ page, children }: Props) {
  if (page.state === 'notListed') return <NotListed page={page}>{children}</NotListed>;
  const { host, finding } = page;
  const words = explain(finding, host.unicode);
  return (
    <>
      <section class={`state ${words.tier}`}>
        <Flag tier={words.tier} size="l" />
        <p class="word">
          <Say of={words.word} />
        </p>
        {finding.kind === 'lookalike' ? (
          <>
            <h1 class="sr">
              <bdi>{displayable(host.unicode)}</bdi>
            </h1>
            <Pair host={host.unicode} match={finding.match} />
            {host.ascii === host.unicode ? null : (
              <p class="ascii mono">
                <bdi dir="ltr">{displayable(host.ascii)}</bdi>
              </p>
            )}
          </>
        ) : (
          <HostLine text={host.unicode} ascii={host.ascii} />
        )}
        {finding.kind === 'listed' ? (
          <p class="who">
            <Text k="who_role" name={exchangeName(finding.exchange)} role={roleName(finding.role)} />
          </p>
        ) : null}
        <p class="say">
          <Say of={phrase('title_and_rest', { title: words.title, rest: words.rest })} />
        </p>
        {children}
      </section>
      {finding.kind === 'listed' && finding.lineage.length > 0 ? <Course finding={finding} /> : null}
      <Reasons words={words} reasons={popupReasons(finding, words)} />
      <Also findings={page.also} host={host.unicode} />
    </>
  );
}

/** Sources and dates of a listed name are one click away; here only what weakens it takes room. */
function popupReasons(finding: Finding, words: Explanation): Reason[] {
  return finding.kind === 'listed' ? words.reasons.slice(0, finding.weaknesses.length) : words.reasons;
}

/** What accompanies a finding is left out with it. */
function NotListed({ page, children }: Props) {
  return (
    <section class="state none">
      <Flag tier="none" size="l" />
      <p class="word">
        <Text k={page.ignored.length > 0 ? 'word_ignored' : 'word_no_flag'} />
      </p>
      <HostLine text={page.host.unicode} ascii={page.host.ascii} />
      <p class="say">
        <Text k={page.ignored.length > 0 ? 'ignored_sentence' : 'not_listed'} />
      </p>
      {children}
    </section>
  );
}
