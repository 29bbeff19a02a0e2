import * as v from 'valibot';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { siteOf } from '../../utils/domain/site-of.ts';
import { isFirm } from '../../utils/exchange/weakness.ts';
import { localDay } from '../../utils/history/local-day.ts';
import type { LandingAssessment } from '../../utils/landing/assessment.ts';
import type { PageSignals } from '../../utils/landing/page-signals.ts';
import type { Sender } from '../../utils/messaging/sender.ts';
import { NOTICE_LIMITS } from '../../utils/page/notices.ts';
import { ignoreFor } from '../../utils/settings/settings.ts';
import { readSettings } from '../../utils/settings/store.ts';
import { asClaim, claimOf } from '../../utils/trail/claim.ts';
import { readNotices } from '../../utils/trail/notice.ts';
import type { PageMarks } from '../../utils/trail/observation.ts';
import { filesOf, type Owner, pageMarks } from '../../utils/trail/page-marks.ts';
import type { Engine } from './engine.ts';
import { knownAccounts, noteAccounts } from './known-accounts.ts';
import { onDocument } from './on-document.ts';
import { ownerIn } from './owner-in.ts';
import { decideOn } from './tab-document.ts';
import type { TabDocument } from './tab-state.ts';

const Text = v.pipe(v.string(), v.maxLength(NOTICE_LIMITS.text));
const HostText = v.pipe(v.string(), v.maxLength(NOTICE_LIMITS.host));

/** The background's check of a content script's notices. */
export const PageNoticesSchema = v.strictObject({
  blocks: v.pipe(
    v.array(
      v.strictObject({ text: Text, hosts: v.pipe(v.array(HostText), v.maxLength(NOTICE_LIMITS.hosts)) }),
    ),
    v.maxLength(NOTICE_LIMITS.blocks),
  ),
});

/**
 * What a page's signals say to the trail. Whose name a page without Chinese text bears is asked only where it was
 * led to, or is built on files, by a listed name.
 */
export async function readMarks(
  signals: PageSignals,
  assessment: LandingAssessment | null,
  view: TabDocument,
  loaded: Engine,
): Promise<PageMarks> {
  const owner = await fileOwner(signals, loaded);
  const accounts = await knownAccounts();
  await rememberOwn(signals, view, loaded);
  const claim = assessment?.brandClaim
    ? asClaim(assessment.brandClaim)
    : (await isTouched(signals, view, owner, loaded))
      ? await claimIn(signals, view, loaded)
      : null;
  const marks = pageMarks(signals, assessment, claim, owner, accounts);
  return { ...marks, announced: view.marks?.announced ?? [] };
}

/** Takes the notices of a listed page into its trail. */
export function noteNotices(
  { blocks }: v.InferOutput<typeof PageNoticesSchema>,
  sender: Extract<Sender, { kind: 'content' }>,
): Promise<void> {
  return onDocument(sender, undefined, async (state, view) => {
    const host = parseHost(view.url);
    if (isBadHost(host) || !view.marks) return;
    const announced = readNotices(blocks, host.label ?? host.ascii);
    if (announced.length === 0) return;
    view.marks = { ...view.marks, announced };
    await decideOn(state, sender.tabId, view);
  });
}

/** Owners of the hosts that a page takes files from, looked up beforehand: most are nobody's, and cost no reading. */
async function fileOwner({ assetHosts, builtOn }: PageSignals, loaded: Engine): Promise<Owner> {
  const owners = new Map<string, { exchange: string; name: string }>();
  for (const text of new Set([...builtOn, ...assetHosts])) {
    const host = parseHost(text);
    if (isBadHost(host) || loaded.list.positions(host).length === 0) continue;
    const row = (await loaded.list.find(host)).find((hit) => hit.kind === 'listed');
    if (row) owners.set(text, { exchange: row.exchange.id, name: row.name });
  }
  return (host) => owners.get(host) ?? null;
}

async function isTouched(
  signals: PageSignals,
  view: TabDocument,
  owner: Owner,
  loaded: Engine,
): Promise<boolean> {
  if (filesOf(signals, owner).length > 0) return true;
  return view.chain.slice(0, -1).some(({ url }) => {
    const host = parseHost(url);
    return !isBadHost(host) && loaded.list.positions(host).length > 0;
  });
}

async function claimIn(signals: PageSignals, view: TabDocument, loaded: Engine): Promise<PageMarks['claim']> {
  const [list, names] = await Promise.all([loaded.whole(), loaded.names()]);
  const host = parseHost(view.url);
  const own = isBadHost(host) ? null : host.ascii;
  return claimOf(signals, { host: own, hostOwner: ownerIn(list, own) }, names);
}

/** Keeps the accounts of a firmly listed page, where recording is on. */
async function rememberOwn(signals: PageSignals, view: TabDocument, loaded: Engine): Promise<void> {
  if (signals.accounts.length === 0 || view.incognito) return;
  const settings = await readSettings();
  const host = parseHost(view.url);
  if (settings.recording !== 'on' || isBadHost(host)) return;
  const now = new Date();
  if (!ignoreFor(settings.ignored, siteOf(host), now.toISOString()).record) return;
  const row = (await loaded.list.find(host)).find((hit) => hit.kind === 'listed' && isFirm(hit.domain));
  if (row?.kind !== 'listed') return;
  const day = localDay({ observed_at: now.toISOString(), tz_offset_min: -now.getTimezoneOffset() });
  await noteAccounts({ exchange: row.exchange.id, name: row.name }, signals.accounts, day);
}
