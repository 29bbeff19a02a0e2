import * as v from 'valibot';
import type { SettingName } from '../../components/models/settings.ts';
import { PageSignalsSchema } from '../../utils/landing/page-signals-schema.ts';
import { route } from '../../utils/messaging/channel.ts';
import { IGNORE_TERMS, RECORDING_MODES } from '../../utils/settings/settings.ts';
import { assessPage } from './assess.ts';
import { decideOnCandidate, proposeCandidate } from './candidates.ts';
import { exchangeRecords } from './exchange-records.ts';
import {
  deleteFlags,
  exchangeNames,
  historyChoices,
  historyOverview,
  historyQuery,
  restoreDeleted,
} from './history-model.ts';
import { ignore, unignore, unignoreDomain } from './ignore.ts';
import {
  allowFromOverlay,
  cardOf,
  detailsFromCard,
  ignoreFromCard,
  noteCardSeen,
  overlayOf,
} from './in-page.ts';
import { onNavigation } from './journey.ts';
import { lineageModel } from './lineage-model.ts';
import { goBackTo, pinList } from './list-choice.ts';
import { setListSource, takeListFiles, updateList } from './list-sync.ts';
import { deleteHistory, disallow, optionsModel, setSetting } from './options-model.ts';
import { noteNotices, PageNoticesSchema } from './page-trail.ts';
import { checkAddress, popupModel } from './popup-model.ts';
import { recordingState, setRecording } from './recording.ts';
import { allowOnce, leaveWarning, warningModel } from './warning-model.ts';

const KINDS = [
  'listed',
  'reported',
  'lookalike',
  'landing',
  'brandClaim',
  'operations',
  'succession',
] as const;
const SETTING_NAMES = [
  'recording',
  'storedDetail',
  'storeTitles',
  'retentionDays',
  'language',
  'theme',
  'card',
  'cardForListed',
] as const satisfies SettingName[];
const Text = v.pipe(v.string(), v.maxLength(65_536));
const Filter = v.object({
  text: v.pipe(v.string(), v.maxLength(256)),
  kind: v.nullable(v.picklist(KINDS)),
  exchange: v.nullable(Text),
  domain: v.optional(v.nullable(Text), null),
  action: v.nullable(v.picklist(['shown', 'left', 'continued', 'ignored', 'reported'])),
  from: v.nullable(v.pipe(v.string(), v.isoDate())),
  to: v.nullable(v.pipe(v.string(), v.isoDate())),
  listVersion: v.nullable(v.number()),
});
const Selection = v.union([v.object({ ids: v.array(Text) }), v.object({ filter: Filter })]);
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Every message the background answers, with who may send it. Nothing about an origin is taken from a payload. */
export const routes = {
  assessPage: route('content', PageSignalsSchema, assessPage),
  pageNotices: route('content', PageNoticesSchema, noteNotices),
  gesture: route('content', v.object({ at: v.number() }), ({ at }, { tabId }) =>
    onNavigation({ kind: 'gesture', tabId, timeStamp: Math.min(at, Date.now()) }),
  ),
  popup: route('surface', v.object({ tabId: Count, opened: v.optional(v.boolean()) }), (asked) =>
    popupModel(asked.tabId, asked.opened ?? false),
  ),
  check: route('surface', v.object({ address: Text }), ({ address }) => checkAddress(address)),
  historyOverview: route('surface', v.object({}), () => historyOverview()),
  historyQuery: route('surface', v.object({ filter: Filter, offset: Count, limit: Count }), (asked) =>
    historyQuery(asked.filter, asked.offset, asked.limit),
  ),
  historyChoices: route('surface', v.object({}), () => historyChoices()),
  exchangeNames: route('surface', v.object({ ids: v.array(Text) }), ({ ids }) => exchangeNames(ids)),
  deleteFlags: route('surface', Selection, (selection) => deleteFlags(selection)),
  restoreFlags: route('surface', v.object({ undo: Text }), ({ undo }) => restoreDeleted(undo)),
  recording: route('surface', v.object({}), () => recordingState()),
  setRecording: route('surface', v.object({ mode: v.picklist(RECORDING_MODES) }), ({ mode }) =>
    setRecording(mode),
  ),
  ignore: route(
    'surface',
    v.object({
      domain: Text,
      kinds: v.array(v.picklist(KINDS)),
      term: v.picklist(IGNORE_TERMS),
      record: v.boolean(),
    }),
    (request) => ignore(request),
  ),
  unignore: route('surface', v.object({ id: Text }), ({ id }) => unignore(id)),
  unignoreDomain: route('surface', v.object({ domain: Text }), ({ domain }) => unignoreDomain(domain)),
  options: route('surface', v.object({}), () => optionsModel()),
  setSetting: route('surface', v.object({ name: v.picklist(SETTING_NAMES), value: v.unknown() }), (asked) =>
    setSetting(asked.name, asked.value),
  ),
  disallow: route('surface', v.object({ host: Text }), ({ host }) => disallow(host)),
  exchangeRecords: route('surface', v.object({ ids: v.array(Text) }), ({ ids }) => exchangeRecords(ids)),
  deleteHistory: route('surface', v.object({}), () => deleteHistory()),
  updateList: route('surface', v.object({}), () => updateList()),
  takeListFiles: route('surface', v.object({}), () => takeListFiles()),
  goBackTo: route('surface', v.object({ sha256: v.nullable(Text) }), ({ sha256 }) => goBackTo(sha256)),
  pinList: route('surface', v.object({ version: Count, sha256: Text }), (list) => pinList(list)),
  setListSource: route(
    'surface',
    v.object({ address: v.optional(v.nullable(Text)), keys: v.optional(v.nullable(v.array(Text))) }),
    (source) => setListSource(source),
  ),
  lineage: route('surface', v.object({ exchange: Text }), ({ exchange }) => lineageModel(exchange)),
  decideCandidate: route(
    'surface',
    v.object({ exchange: Text, domain: Text, decision: v.nullable(v.picklist(['accepted', 'rejected'])) }),
    ({ exchange, domain, decision }) => decideOnCandidate(exchange, domain, decision),
  ),
  proposeCandidate: route('surface', v.object({ exchange: Text, domain: Text }), ({ exchange, domain }) =>
    proposeCandidate(exchange, domain),
  ),
  card: route('content', v.object({}), (_, sender) => cardOf(sender)),
  cardIgnore: route('content', v.object({ term: v.picklist(IGNORE_TERMS) }), ({ term }, sender) =>
    ignoreFromCard(sender, term),
  ),
  cardSeen: route('content', v.object({}), (_, sender) => noteCardSeen(sender)),
  cardDetails: route('content', v.object({}), (_, sender) => detailsFromCard(sender)),
  overlay: route('content', v.object({}), (_, sender) => overlayOf(sender)),
  overlayAllow: route('content', v.object({}), (_, sender) => allowFromOverlay(sender)),
  warning: route('surface', v.object({}), (_, page) => warningModel(page)),
  allowOnce: route('surface', v.object({}), (_, page) => allowOnce(page)),
  leaveWarning: route('surface', v.object({}), (_, page) => leaveWarning(page)),
};

export type BackgroundRoutes = typeof routes;
