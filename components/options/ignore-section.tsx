import { useState } from 'preact/hooks';
import { Address } from '../address/address.tsx';
import { useKeptFocus } from '../focus/use-kept-focus.ts';
import { keyed } from '../i18n/keyed.ts';
import { phrase } from '../i18n/phrase.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import type { IgnoreEntry } from '../models/settings.ts';
import type { SectionProps } from './setting.tsx';

/** What the user silenced or continued past, each with its undo, and an undo of that. */
export function IgnoreSection({ model, port, onChange }: SectionProps) {
  const [undone, setUndone] = useState<IgnoreEntry | null>(null);
  const [failed, setFailed] = useState(false);
  // What is pressed here goes away with its row: the keyboard goes on at what can be done next, or where it stood.
  const again = useKeptFocus<HTMLButtonElement>();
  const heading = useKeptFocus<HTMLHeadingElement>();
  const translator = useTranslator();
  const { ignored, allowed } = model;
  const undo = (domain: string) => translator.plain(phrase('undo_for', { domain: { host: domain } }));
  const answered = async (answer: Promise<void>): Promise<boolean> => {
    try {
      await answer;
      setFailed(false);
      return true;
    } catch (cause) {
      console.error('options: the ignore list could not be changed', cause);
      setFailed(true);
      return false;
    }
  };
  const unignore = async (entry: IgnoreEntry) => {
    again.hold();
    if (!(await answered(port.unignore(entry.id)))) return;
    setUndone(entry);
    await onChange();
  };
  const ignoreAgain = async (entry: IgnoreEntry) => {
    heading.hold();
    // Gone at once: pressed twice, it would be ignored twice.
    setUndone(null);
    const { domain, kinds, term, record } = entry;
    if (await answered(port.ignore({ domain, kinds, term, record }))) await onChange();
    else setUndone((newer) => newer ?? entry);
  };
  const disallow = async (host: string) => {
    heading.hold();
    if (await answered(port.disallow(host))) await onChange();
  };
  return (
    <section id="ignored">
      <h2 ref={heading.place} tabIndex={-1}>
        <Text k="options_ignored" />
      </h2>
      {failed ? (
        <p class="problem" role="alert">
          <Text k="no_answer" />
        </p>
      ) : null}
      <div class="set wide">
        <p>
          <Text k="ignored_says" />
        </p>
        {ignored.length + allowed.length === 0 ? (
          <p class="note">
            <Text k="ignored_none" />
          </p>
        ) : (
          <table class="t">
            <thead>
              <tr>
                <th scope="col">
                  <Text k="table_address" />
                </th>
                <th scope="col">
                  <Text k="log_finding" />
                </th>
                <th scope="col" class="opt-c">
                  <Text k="table_since" />
                </th>
                <th scope="col">
                  <Text k="table_until" />
                </th>
                <th scope="col">
                  <span class="sr">
                    <Text k="undo" />
                  </span>
                </th>
              </tr>
            </thead>
            <tbody>
              {ignored.map((entry) => (
                <tr key={entry.id}>
                  <td>
                    <Address text={entry.domain} />
                  </td>
                  <td>
                    {translator.list(
                      entry.kinds.map((kind) => translator.plain(phrase(keyed('kind', kind)))),
                    )}
                    {entry.record ? null : (
                      <small>
                        <Text k="not_recorded_either" />
                      </small>
                    )}
                  </td>
                  <td class="num opt-c">{translator.date(entry.since)}</td>
                  <td class="num">
                    {entry.until !== null ? (
                      translator.date(entry.until)
                    ) : (
                      <Text k={entry.term === 'session' ? 'until_session' : 'until_always'} />
                    )}
                  </td>
                  <td>
                    <button
                      type="button"
                      class="link"
                      aria-label={undo(entry.domain)}
                      onClick={() => void unignore(entry)}
                    >
                      <Text k="undo" />
                    </button>
                  </td>
                </tr>
              ))}
              {allowed.map(({ host, since }) => (
                <tr key={`allowed ${host}`}>
                  <td>
                    <Address text={host} />
                  </td>
                  <td>
                    <Text k="allowed_continued" />
                  </td>
                  <td class="num opt-c">{translator.date(since)}</td>
                  <td>
                    <Text k="until_session" />
                  </td>
                  <td>
                    <button
                      type="button"
                      class="link"
                      aria-label={undo(host)}
                      onClick={() => void disallow(host)}
                    >
                      <Text k="undo" />
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p role="status" class={undone === null ? 'sr' : 'toast'}>
          {undone === null ? null : (
            <>
              <Text k="unignored" domain={{ host: undone.domain }} />{' '}
              <button type="button" class="link" ref={again.place} onClick={() => void ignoreAgain(undone)}>
                <Text k="ignore_again" />
              </button>
            </>
          )}
        </p>
      </div>
    </section>
  );
}
