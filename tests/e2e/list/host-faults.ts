import { manifestPath, POINTER_PATH, signaturePath } from '../../../utils/list/publication-paths.ts';
import { contents, DAY, KEY, publish, STRANGER, type Version } from '../../unit/sync/publisher.ts';
import type { LocalServer } from '../harness/server.ts';
import { host, publishNow } from './list-host.ts';

/** A host that offers version 3, or should, and does something wrong. */
export interface HostFault {
  name: string;
  /** Puts the host, on which version 3 may lie, into the fault. */
  put(server: LocalServer, third: Version, bundled: string): Promise<void> | void;
  outcome: { kind: string } & Record<string, unknown>;
  /** The rest is decided by code that the unit tests drive through all faults; in the short form these stand for it. */
  short?: true;
}

const MANIFEST = manifestPath(3);
const json = { 'content-type': 'application/json' };

export const HOST_FAULTS: HostFault[] = [
  {
    name: '1 nobody there',
    put: (server, third) => host(server, third, { [POINTER_PATH]: { status: 599 } }),
    outcome: { kind: 'host error' },
  },
  {
    name: '3 not found',
    put: (server, third) => host(server, third, { [POINTER_PATH]: { status: 404 } }),
    outcome: { kind: 'host error', status: 404 },
  },
  {
    name: '4 server error',
    put: (server, third) => host(server, third, { [MANIFEST]: { status: 500 } }),
    outcome: { kind: 'host error', status: 500 },
    short: true,
  },
  {
    name: '5 too many requests',
    put: (server, third) =>
      host(server, third, { [POINTER_PATH]: { status: 429, headers: { 'retry-after': '7200' } } }),
    outcome: { kind: 'host error', retryAfterMs: 7_200_000 },
  },
  {
    name: '10 captive portal',
    put: (server, third) => {
      const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<title>Log in</title>' };
      host(server, third, { [POINTER_PATH]: page });
    },
    outcome: { kind: 'not a list' },
    short: true,
  },
  {
    name: '12 redirect',
    put: (server, third) => {
      const away = { status: 302, headers: { location: 'https://elsewhere.test/x' } };
      host(server, third, { [POINTER_PATH]: away });
    },
    outcome: { kind: 'redirected' },
    short: true,
  },
  {
    name: '13 flipped bit',
    put: (server, third) => {
      const body = third.files.get(MANIFEST)!.slice();
      body[60]! ^= 1;
      host(server, third, { [MANIFEST]: { status: 200, headers: json, body } });
    },
    outcome: { kind: 'refused: signature' },
    short: true,
  },
  {
    name: '14 bad signature',
    put: (server, third) => {
      const trust = { status: 200, headers: { 'content-type': 'text/plain' }, body: 'trust me' };
      host(server, third, { [signaturePath(3, KEY.keyId)]: trust });
    },
    outcome: { kind: 'refused: signature' },
  },
  {
    name: '15 unknown key',
    put: async (server) => host(server, await publish(contents(3), { keys: [STRANGER] })),
    outcome: { kind: 'refused: unknown key' },
  },
  {
    name: '16 older version',
    put: async (server, _third, bundled) => host(server, await publishNow(1, bundled)),
    outcome: { kind: 'refused: older version', floor: 2 },
    short: true,
  },
  {
    name: '18 version jump',
    put: async (server, _third, bundled) => host(server, await publishNow(99_999, bundled)),
    outcome: { kind: 'refused: version jump' },
  },
  {
    name: '19 expired',
    put: async (server, _third, bundled) => {
      const now = Date.now();
      const dates = { issued: now - 200 * DAY, expires: now - 100 * DAY };
      host(server, await publishNow(3, bundled, dates));
    },
    outcome: { kind: 'refused: expired' },
  },
  {
    name: '20 from the future',
    put: async (server, _third, bundled) =>
      host(server, await publishNow(3, bundled, { issued: Date.now() + 30 * DAY })),
    outcome: { kind: 'refused: issued in the future' },
  },
];
