import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { displayable } from '../address/displayable.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { counted, phrase } from '../i18n/phrase.ts';
import { Say, Text, useTranslator } from '../i18n/say.tsx';
import { syncOutcome } from '../list/outcome.ts';
import type { SectionProps } from './setting.tsx';

/** Which list is in use, where it comes from, and how the last try went. */
export function ListSection({ model, port, onChange }: SectionProps) {
  const { list, settings, locked } = model;
  const [address, setAddress] = useState(settings.listAddress);
  const [busy, setBusy] = useState(false);
  const translator = useTranslator();
  const held = locked.includes('listAddress');
  return (
    <section id="list">
      <h2>
        <Text k="options_list" />
      </h2>
      <dl class="facts">
        <Fact k="list_in_use">
          <Text
            k="list_says"
            version={`${list.inUse.version}`}
            date={{ date: list.inUse.issued }}
            age={counted('days_old', list.inUse.ageDays)}
          />
          <br />
          <Text
            k="list_holds"
            exchanges={counted('count_exchanges', list.inUse.exchanges)}
            addresses={counted('count_addresses', list.inUse.addresses)}
          />
        </Fact>
        <Fact k="list_origin">
          <Text k={list.origin === 'bundled' ? 'list_bundled' : 'list_fetched'} />
        </Fact>
        <Fact k="list_try">
          {list.lastTry === null ? (
            <Text k="never" />
          ) : (
            <Text
              k="list_try_says"
              date={{ date: list.lastTry.at.slice(0, 10) }}
              time={translator.time(list.lastTry.at)}
              outcome={syncOutcome(list.lastTry.outcome)}
            />
          )}
        </Fact>
        <Fact k="sha256">
          <span class="mono digest">{grouped(list.inUse.sha256)}</span>
        </Fact>
        <Fact k="list_keys">
          {list.keys.length === 0 ? (
            <Text k="none_set" />
          ) : (
            list.keys.map((key) => (
              <div class="mono" key={key}>
                {displayable(key, 120)}
              </div>
            ))
          )}
        </Fact>
      </dl>
      {list.foreign ? (
        <p class="note">
          <Text k="policy_foreign_list" />
        </p>
      ) : null}
      <form
        class="set wide"
        onSubmit={(event) => {
          event.preventDefault();
          void port.set('listAddress', address.trim()).then(onChange);
        }}
      >
        <div>
          <h3>
            <Text k="option_list_address" />
          </h3>
          <p>
            <Text k="option_list_address_says" />
          </p>
        </div>
        <div class="inline">
          <input
            class="field mono"
            type="url"
            aria-label={translator.plain(phrase('option_list_address'))}
            spellcheck={false}
            value={address}
            disabled={held}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
          <button type="submit" class="btn" disabled={held || address.trim() === settings.listAddress}>
            <Text k="save" />
          </button>
        </div>
        {held ? (
          <p class="lock">
            <Text k="set_by_policy" />
          </p>
        ) : null}
      </form>
      {port.syncNow === undefined ? null : (
        <div class="row">
          <button
            type="button"
            class="btn primary"
            disabled={busy || list.address === ''}
            onClick={() => {
              setBusy(true);
              void port.syncNow?.().finally(() => {
                setBusy(false);
                onChange();
              });
            }}
          >
            <Text k={busy ? 'list_updating' : 'list_update_now'} />
          </button>
          <span role="status" class="label">
            {list.address === '' ? <Say of={syncOutcome('no address set')} /> : null}
          </span>
        </div>
      )}
    </section>
  );
}

function Fact({ k, children }: { k: MessageKey; children: ComponentChildren }) {
  return (
    <div>
      <dt>
        <Text k={k} />
      </dt>
      <dd class="num">{children}</dd>
    </div>
  );
}

/** A digest in groups of four, to be read aloud or compared. */
function grouped(digest: string): string {
  return digest.match(/.{1,4}/g)?.join(' ') ?? '';
}
