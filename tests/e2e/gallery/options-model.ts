import type { OptionsModel, OptionsPort } from '../../../components/models/settings.ts';
import type { Enrolment } from '../../../components/models/study.ts';
import { done, nothing } from './history-port.ts';
import { studyPort } from './study.ts';

export const OPTIONS: OptionsModel = {
  settings: {
    recording: 'on',
    storedDetail: 'domain',
    storeTitles: false,
    retentionDays: 90,
    language: 'auto',
    theme: 'system',
    card: true,
    cardForListed: false,
    listAddress: 'https://lists.example.org/ensign/',
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
    origin: 'fetched',
    lastTry: { at: '2026-11-22T09:12:00.000Z', outcome: 'updated by difference' },
    address: 'https://lists.example.org/ensign/',
    keys: ['RWQ8examplet1Zk', 'RWTnexample04Qa'],
    foreign: false,
  },
  shortcuts: [{ id: '_execute_action', keys: 'Alt+Shift+E' }],
};

/** Options in memory: what is set is there when asked again. */
export function optionsPort(start: OptionsModel = OPTIONS, enrolment: Enrolment | null = null): OptionsPort {
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
    syncNow: done,
    async deleteHistory() {
      model = { ...model, stored: { flags: 0, bytes: 0 } };
    },
    study: studyPort(enrolment),
    onChange: () => nothing,
  };
}
