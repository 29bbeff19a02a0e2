import { Address } from '../address/address.tsx';
import { displayable } from '../address/displayable.ts';
import { roleName, weaknessName } from '../explain/listed.ts';
import { sourcesOf } from '../explain/source.ts';
import { keyed } from '../i18n/keyed.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { counted } from '../i18n/phrase.ts';
import { Say, Text, useTranslator } from '../i18n/say.tsx';
import type { Lane } from './lanes.ts';
import type { Link } from './links.ts';

/** How the names relate: the arrows' numbers, with dates and sources. */
export function LinkTable({ links }: { links: Link[] }) {
  const translator = useTranslator();
  return (
    <table class="src-t">
      <caption>
        <Text k="lineage_and_sources" />
      </caption>
      <thead>
        <tr>
          <Head k="table_number" />
          <Head k="table_what" />
          <Head k="table_when" />
          <Head k="table_source" />
          <Head k="table_sure" />
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.number}>
            <td class="num">{link.number}</td>
            <td>
              <Text
                k="became"
                from={{ host: link.from }}
                to={{ host: link.to }}
                kind={{ key: keyed('lineage', link.kind) }}
              />
            </td>
            <td class="num">{link.when === null ? <Text k="not_recorded" /> : translator.date(link.when)}</td>
            <td>
              {link.evidence === null ? (
                <Sources source={link.source} />
              ) : (
                <Text k={keyed('seen', link.evidence)} />
              )}
              {link.note === null ? null : <small>{displayable(link.note)}</small>}
            </td>
            <td class="sure">
              <Text k={keyed('sure', link.sure)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The lanes in words. */
export function DomainTable({ lanes }: { lanes: Lane[] }) {
  const translator = useTranslator();
  return (
    <table class="src-t">
      <caption>
        <Text k="addresses" />
      </caption>
      <thead>
        <tr>
          <Head k="table_address" />
          <Head k="table_role" />
          <Head k="table_from" />
          <Head k="table_until" />
          <Head k="table_visits" />
          <Head k="table_source" />
        </tr>
      </thead>
      <tbody>
        {lanes.map((lane) => (
          <tr key={lane.name}>
            <td>
              <Address text={lane.name} />
            </td>
            <td>
              <Role lane={lane} />
            </td>
            <td class="num">{lane.from === null ? <Text k="not_recorded" /> : translator.date(lane.from)}</td>
            <td class="num">
              {lane.until !== null ? (
                translator.date(lane.until)
              ) : lane.lastSeen !== null ? (
                <Text k="drawing_last_seen" date={{ date: lane.lastSeen }} />
              ) : (
                <Text k="not_recorded" />
              )}
            </td>
            <td class="num">
              <Say of={counted('visits', lane.visits.length)} />
            </td>
            <td>{lane.record === null ? null : <Sources source={lane.record.source} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Role({ lane }: { lane: Lane }) {
  if (lane.record === null) return <Text k="lineage_candidate" />;
  const { role, confidence, domain_status: status } = lane.record;
  return (
    <>
      <Say of={roleName(role)} />
      {confidence === undefined ? null : (
        <small>
          <Say of={weaknessName(confidence)} />
        </small>
      )}
      {status === undefined ? null : (
        <small>
          <Say of={weaknessName(status.state)} />
        </small>
      )}
    </>
  );
}

function Sources({ source }: { source: string }) {
  return sourcesOf(source).map((one) => (
    <div class="source" key={one}>
      <bdi>{displayable(one)}</bdi>
    </div>
  ));
}

function Head({ k }: { k: MessageKey }) {
  return (
    <th scope="col">
      <Text k={k} />
    </th>
  );
}
