import type { ComponentChildren } from 'preact';
import { Address } from '../address/address.tsx';
import { displayable } from '../address/displayable.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import type { FlagRow } from '../models/flag.ts';

/** What was stored of a flag, and what was left out. */
export function RecordList({ row }: { row: FlagRow }) {
  const translator = useTranslator();
  return (
    <>
      <h3 class="label">
        <Text k="record" />
      </h3>
      <dl class="rec">
        <Item k="record_host">
          <Address text={row.hostAscii} />
        </Item>
        {row.url === null ? null : (
          <Item k="record_address">
            <Address text={row.url} />
          </Item>
        )}
        {row.title === null ? null : (
          <Item k="record_title">
            <bdi>{displayable(row.title)}</bdi>
          </Item>
        )}
        {row.referrerDomain === null ? null : (
          <Item k="record_came_from">
            <Address text={row.referrerDomain} />
          </Item>
        )}
        {row.redirectChain.length === 0 ? null : (
          <Item k="record_redirects">
            {row.redirectChain.map((host, index) => (
              <div key={`${index}`}>
                <Address text={host} />
              </div>
            ))}
          </Item>
        )}
        {row.htmlLang === null ? null : <Item k="record_language">{displayable(row.htmlLang, 40)}</Item>}
        <Item k="record_engine">
          <Text
            k="record_engine_says"
            detector={displayable(row.detectorVersion, 40)}
            version={`${row.list.version}`}
            sha={displayable(row.list.sha256.slice(0, 8), 40)}
          />
        </Item>
        <Item k="record_flag">
          <span class="mono">{displayable(row.id, 60)}</span>
        </Item>
        <Item k="record_not_stored">
          {row.redactions.length === 0 ? (
            <Text k="nothing" />
          ) : (
            translator.list(row.redactions.map((one) => displayable(one, 40)))
          )}
        </Item>
      </dl>
    </>
  );
}

function Item({ k, children }: { k: MessageKey; children: ComponentChildren }) {
  return (
    <div>
      <dt>
        <Text k={k} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
