import * as v from 'valibot';
import { PageSignalsSchema } from '../../utils/landing/page-signals-schema.ts';
import { route } from '../../utils/messaging/channel.ts';
import { IGNORE_TERMS, RECORDING_MODES } from '../../utils/settings/settings.ts';
import { changeSettings } from '../../utils/settings/store.ts';
import { assessPage } from './assess.ts';
import { deleteFlags, historyOverview, historyQuery, restoreDeleted } from './history-model.ts';
import { ignore } from './ignore.ts';
import { checkAddress, popupModel } from './popup-model.ts';
import { recordCoverage } from './recorder.ts';

const KINDS = [
  'listed',
  'reported',
  'lookalike',
  'landing',
  'brandClaim',
  'operations',
  'succession',
] as const;
const Text = v.pipe(v.string(), v.maxLength(65_536));
const Filter = v.object({
  text: v.pipe(v.string(), v.maxLength(256)),
  kind: v.nullable(v.picklist(KINDS)),
  exchange: v.nullable(Text),
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
  popup: route('surface', v.object({ tabId: Count }), ({ tabId }) => popupModel(tabId)),
  check: route('surface', v.object({ address: Text }), ({ address }) => checkAddress(address)),
  historyOverview: route('surface', v.object({}), () => historyOverview()),
  historyQuery: route('surface', v.object({ filter: Filter, offset: Count, limit: Count }), (asked) =>
    historyQuery(asked.filter, asked.offset, asked.limit),
  ),
  deleteFlags: route('surface', Selection, (selection) => deleteFlags(selection)),
  restoreFlags: route('surface', v.object({ undo: Text }), ({ undo }) => restoreDeleted(undo)),
  setRecording: route('surface', v.object({ mode: v.picklist(RECORDING_MODES) }), async ({ mode }) => {
    await recordCoverage(await changeSettings(() => ({ recording: mode })));
  }),
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
};

export type BackgroundRoutes = typeof routes;
