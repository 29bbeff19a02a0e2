import type { FlagRecord } from '../../utils/history/flag.ts';
import { Address } from '../address/address.tsx';
import { displayable } from '../address/displayable.ts';
import { keyed } from '../i18n/keyed.ts';
import { phrase } from '../i18n/phrase.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import type { PreviewRow } from './port.ts';

interface Props {
  rows: PreviewRow[];
  excluded: ReadonlySet<string>;
  disabled: boolean;
  onTick: (storedId: string, keep: boolean) => void;
}

/** The rows as they will leave the device, each with a tick. */
export function Preview({ rows, excluded, disabled, onTick }: Props) {
  const translator = useTranslator();
  return (
    <section
      class="export-rows"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={translator.plain(phrase('export_preview'))}
    >
      <table class="t export-preview">
        <thead>
          <tr>
            <th scope="col">
              <Text k="export_row_kept" />
            </th>
            <th scope="col">
              <Text k="table_address" />
            </th>
            <th scope="col">
              <Text k="log_finding" />
            </th>
            <th scope="col">
              <Text k="export_row" />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ storedId, row }) => (
            <tr key={storedId}>
              <td>
                <input
                  type="checkbox"
                  checked={!excluded.has(storedId)}
                  disabled={disabled}
                  aria-label={translator.plain(phrase('export_keep_row', { host: { host: row.host } }))}
                  onChange={(event) => onTick(storedId, event.currentTarget.checked)}
                />
              </td>
              <td>
                <Address text={row.host_unicode} />
              </td>
              <td>
                {translator.list(
                  row.findings.map(({ kind }) => translator.plain(phrase(keyed('kind', kind)))),
                )}
              </td>
              <td>
                <details>
                  <summary>
                    <Text k="details" />
                  </summary>
                  <pre class="mono">{rowText(row)}</pre>
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The whole row: an agreement to what was cut off would be none. */
function rowText(row: FlagRecord): string {
  const lines = JSON.stringify(row, null, 1).split('\n');
  return lines.map((line) => displayable(line, line.length)).join('\n');
}
