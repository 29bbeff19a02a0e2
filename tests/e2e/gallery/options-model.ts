import type { ListPort, ListStatus } from '../../../components/models/list.ts';
import type { OptionsModel, OptionsPort } from '../../../components/models/settings.ts';
import type { Enrolment } from '../../../components/models/study.ts';
import { nothing } from './history-port.ts';
import { studyPort } from './study.ts';

export const OPTIONS: OptionsModel & { list: ListStatus } = {
  settings: {
    recording: 'on',
    storedDetail: 'domain',
    storeTitles: false,
    retentionDays: 90,
    language: 'auto',
    theme: 'system',
    card: true,
    cardForListed: false,
  },
  locked: ['retentionDays'],
  stored: { flags: 1062, bytes: 2_100_000 },
  ignored: [
    {
      id: 'a',
      domain: 'okx.ac',
      kinds: ['listed'],
      term: 'always',
      record: true,
      since: '2026-11-04',
      until: null,
    },
    {
      id: 'b',
      domain: 'ouyicn.group',
      kinds: ['listed', 'landing'],
      term: 'week',
      record: false,
      since: '2026-11-20',
      until: '2026-11-27',
    },
  ],
  allowed: [{ host: 'okx-cn.com', since: '2026-11-21T10:00:00.000Z' }],
  list: {
    inUse: {
      version: 412,
      issued: '2026-11-20',
      ageDays: 2,
      exchanges: 890,
      addresses: 3417,
      sha256: '9f3c41d07be258aa06c7d9134b6f2e80e517c3a499d20b716f08da3512bce1a7',
    },
    origin: 'address',
    lastTry: {
      at: '2026-11-22T09:12:00.000Z',
      outcome: 'updated by difference',
      facts: { version: 412, from: 411, bytes: 3421 },
    },
    alert: null,
    trouble: null,
    nextTry: '2126-11-22T15:20:00.000Z',
    pinned: false,
    expires: '2027-02-18',
    dated: 'fresh',
    keyId: '6DDE9B06CC3EE817',
    kept: [
      {
        version: 412,
        issued: '2026-11-20',
        sha256: '9f3c41d07be258aa06c7d9134b6f2e80e517c3a499d20b716f08da3512bce1a7',
        storedAt: '2026-11-22T09:12:00.000Z',
        inUse: true,
      },
      {
        version: 411,
        issued: '2026-11-13',
        sha256: '06c7d9134b6f2e80e517c3a499d20b716f08da3512bce1a79f3c41d07be258aa',
        storedAt: '2026-11-14T07:40:00.000Z',
        inUse: false,
      },
    ],
    bundledVersion: 398,
    heldBack: null,
    underWay: null,
    locked: { address: false, keys: false },
    intervalHours: 6,
    address: 'https://lists.example.org/ensign/',
    keys: [
      'RWQXoXj+wGbebSm+5zeVKbnRRc4r2HaU5ob+1GbpwEaFjedwgirxPIEZ',
      'RWTnexample04QaLqFvJ0yHnTtcAxNYhAJj7oUzJ2u7b8q5Qm3Y0K1r6',
    ],
    foreign: false,
  },
  shortcuts: [{ id: '_execute_action', keys: 'Alt+Shift+E' }],
};

/** Built without an address: nothing is fetched. */
export const BUNDLED: ListStatus = {
  ...OPTIONS.list,
  origin: 'bundled',
  lastTry: null,
  address: '',
  keys: [],
  keyId: null,
  kept: [],
  nextTry: null,
};

/** An update under way after a refusal, on an old list that somebody went back to. */
export const TROUBLED: ListStatus = {
  ...OPTIONS.list,
  trouble: 'stored list broken',
  dated: 'expired',
  heldBack: 413,
  foreign: true,
  lastTry: { at: '2026-11-22T09:12:00.000Z', outcome: 'host error', facts: { file: 'pointer', status: 503 } },
  alert: {
    at: '2026-11-21T19:02:00.000Z',
    outcome: 'refused: version jump',
    facts: { version: 9007199254740991, floor: 412 },
  },
  underWay: { file: 'snapshot', received: 1_200_000, size: 2_310_000 },
};

/** The device's clock was set back since the list was stored. */
export const FROM_THE_FUTURE: ListStatus = {
  ...OPTIONS.list,
  inUse: { ...OPTIONS.list.inUse, issued: '2127-01-15', ageDays: null },
  dated: 'from the future',
  expires: '2127-04-15',
};

/** A study holds the list in use. */
export const PINNED: ListStatus = { ...OPTIONS.list, pinned: true, nextTry: null };

export const LOCKED: ListStatus = { ...OPTIONS.list, locked: { address: true, keys: true }, foreign: true };

/** Options in memory: what is set is there when asked again. */
export function optionsPort(
  start: OptionsModel = OPTIONS,
  list: Partial<ListPort> = {},
  enrolment: Enrolment | null = null,
): OptionsPort {
  let model = start;
  return {
    model: async () => model,
    async set(name, value) {
      model = { ...model, settings: { ...model.settings, [name]: value } };
    },
    async unignore(id) {
      model = { ...model, ignored: model.ignored.filter((one) => one.id !== id) };
    },
    async ignore(request) {
      const entry = { ...request, id: `${request.domain} again`, since: '2026-11-22', until: null };
      model = { ...model, ignored: [...model.ignored, entry] };
    },
    async disallow(host) {
      model = { ...model, allowed: model.allowed.filter((one) => one.host !== host) };
    },
    list: {
      update: async () => ({ kind: 'already current', version: 412 }),
      use: async () => 'done',
      setSource: async () => null,
      takeFiles: async () => ({ kind: 'not a list', file: 'signature' }),
      ...list,
    },
    async deleteHistory() {
      model = { ...model, stored: { flags: 0, bytes: 0 } };
    },
    study: studyPort(enrolment),
    onChange: () => nothing,
  };
}
