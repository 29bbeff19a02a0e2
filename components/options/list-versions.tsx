import { useState } from 'preact/hooks';
import { useKeptFocus } from '../focus/use-kept-focus.ts';
import { keyed } from '../i18n/keyed.ts';
import { localDay } from '../i18n/local-day.ts';
import { phrase } from '../i18n/phrase.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import type { BackOutcome } from '../models/list.ts';
import type { ListPartProps } from './list-update.tsx';

interface Row {
  version: number;
  /** null for the list that came with the extension. */
  sha256: string | null;
  storedAt: string | null;
  inUse: boolean;
}

/** The lists on this device, to go back to an earlier one and forward again. */
export function ListVersions({ list, port, onChange }: ListPartProps) {
  const [outcome, setOutcome] = useState<{ version: number; became: BackOutcome } | null>(null);
  const translator = useTranslator();
  const { place, hold } = useKeptFocus<HTMLSpanElement>();
  const bundled = { version: list.bundledVersion, sha256: null, storedAt: null };
  const rows: Row[] = [...list.kept, { ...bundled, inUse: list.origin === 'bundled' }];
  const use = async ({ version, sha256 }: Row) => {
    hold();
    setOutcome({ version, became: await port.use(sha256) });
    await onChange();
  };
  return (
    <div class="set wide" id="list-versions">
      <div>
        <h3>
          <Text k="list_versions" />
        </h3>
        <p>
          <Text k="list_versions_says" />
        </p>
      </div>
      <table class="t">
        <thead>
          <tr>
            <th scope="col">
              <Text k="list_version" />
            </th>
            <th scope="col">
              <Text k="list_stored" />
            </th>
            <th scope="col" class="opt-c">
              <Text k="sha256" />
            </th>
            <th scope="col">
              <span class="sr">
                <Text k="list_use" />
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.sha256 ?? 'bundled'}>
              <td class="num">{row.version}</td>
              <td class="num">
                {row.storedAt === null ? (
                  <Text k="list_with_ensign" />
                ) : (
                  <time>{translator.date(localDay(new Date(row.storedAt)))}</time>
                )}
              </td>
              <td class="mono opt-c">{row.sha256?.slice(0, 16)}</td>
              <td>
                {row.inUse ? (
                  <span ref={place} tabIndex={-1}>
                    <Text k="list_in_use_now" />
                  </span>
                ) : (
                  <button
                    type="button"
                    class="link"
                    aria-label={translator.plain(phrase('list_use_version', { version: `${row.version}` }))}
                    onClick={() => void use(row)}
                  >
                    <Text k="list_use" />
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status" class="label">
        {outcome === null ? null : outcome.became === 'done' ? (
          <Text k="list_uses" version={`${outcome.version}`} />
        ) : (
          <Text k={keyed('back', outcome.became)} />
        )}
      </p>
    </div>
  );
}
