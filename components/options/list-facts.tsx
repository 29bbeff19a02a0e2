import type { ComponentChildren } from 'preact';
import { localDay } from '../i18n/local-day.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { counted } from '../i18n/phrase.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import { listAge } from '../list/age.ts';
import { ListTry } from '../list/try.tsx';
import type { ListStatus } from '../models/list.ts';

const ORIGINS = {
  bundled: 'list_bundled',
  address: 'list_from_address',
  file: 'list_from_file',
} as const satisfies Record<ListStatus['origin'], MessageKey>;

/** Version, date, age, origin, hash, the key that signed it, last try and next. */
export function ListFacts({ list }: { list: ListStatus }) {
  const { inUse } = list;
  const translator = useTranslator();
  return (
    <dl class="facts">
      <Fact k="list_in_use">
        <Text
          k="list_says"
          version={`${inUse.version}`}
          date={{ date: inUse.issued }}
          age={listAge(inUse.ageDays)}
        />
        <br />
        <Text
          k="list_holds"
          exchanges={counted('count_exchanges', inUse.exchanges)}
          addresses={counted('count_addresses', inUse.addresses)}
        />
      </Fact>
      <Fact k="list_origin">
        <Text k={ORIGINS[list.origin]} />
      </Fact>
      <Fact k="list_expires">
        <time>{translator.date(list.expires)}</time>
      </Fact>
      <Fact k="list_try">{list.lastTry === null ? <Text k="never" /> : <ListTry of={list.lastTry} />}</Fact>
      <Fact k="list_next_try">
        <NextTry list={list} />
      </Fact>
      <Fact k="sha256">
        <span class="mono digest">{grouped(inUse.sha256)}</span>
      </Fact>
      <Fact k="list_signed_by">
        {list.keyId === null ? <Text k="list_not_signed" /> : <span class="mono">{list.keyId}</span>}
      </Fact>
    </dl>
  );
}

function NextTry({ list }: { list: ListStatus }) {
  const translator = useTranslator();
  if (list.address === '' || list.keys.length === 0) return <Text k="list_next_try_none" />;
  if (list.nextTry === null) return <Text k="list_next_try_pinned" />;
  if (Date.parse(list.nextTry) <= Date.now()) return <Text k="list_next_try_now" />;
  return (
    <Text
      k="list_next_try_says"
      date={{ date: localDay(new Date(list.nextTry)) }}
      time={translator.time(list.nextTry)}
      hours={counted('hours', list.intervalHours)}
    />
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
