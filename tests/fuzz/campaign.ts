import type { Coverage } from './coverage.ts';
import { mutate, Random, wordsOf } from './mutate.ts';
import type { FuzzTarget } from './target.ts';

export interface Finding {
  input: Uint8Array;
  error: unknown;
}

export interface Campaign {
  inputs: number;
  /** Inputs that reached something new, the seeds first. */
  corpus: Uint8Array[];
  findings: Finding[];
  /** Characters of code known to have run, by all campaigns under the same coverage; 0 without. */
  reached: number;
}

export interface CampaignOptions {
  inputs: number;
  seed: number;
  /** Inputs kept by earlier campaigns. */
  corpus?: Uint8Array[];
  /** Leads the campaign, at a hundredth of the speed. Begun before the parser first ran. */
  coverage?: Coverage;
  /** Ends early at this instant (milliseconds since 1970). */
  until?: number;
}

const BATCH = 128;
const MOST_FINDINGS = 20;

/**
 * Feeds mutated inputs to a parser. Where coverage leads, a batch that reaches new code is run again in halves,
 * and the inputs that reach it are kept to be mutated further (the way of AFL and libFuzzer, a batch at a time).
 */
export async function runCampaign(target: FuzzTarget, options: CampaignOptions): Promise<Campaign> {
  const { inputs, seed, coverage, until = Number.POSITIVE_INFINITY } = options;
  const random = new Random(seed);
  const words = wordsOf(target.words);
  const campaign: Campaign = {
    inputs: 0,
    corpus: [...target.seeds, ...(options.corpus ?? [])],
    findings: [],
    reached: 0,
  };
  const pick = () => campaign.corpus[random.below(campaign.corpus.length)]!;
  const batch = () => Array.from({ length: BATCH }, () => mutate(pick(), pick(), words, random));
  const goesOn = () =>
    campaign.inputs < inputs && campaign.findings.length < MOST_FINDINGS && Date.now() < until;

  for (const input of [...campaign.corpus]) await feed(target, input, campaign);
  await coverage?.news(true);
  while (goesOn()) {
    const made = batch();
    for (const input of made) await feed(target, input, campaign);
    if (coverage && (await coverage.news(false)) > 0) {
      campaign.corpus.push(...(await whoReach(target, made, coverage)));
    }
  }
  campaign.reached = coverage?.known() ?? 0;
  return campaign;
}

async function feed(target: FuzzTarget, input: Uint8Array, campaign: Campaign): Promise<void> {
  campaign.inputs += 1;
  try {
    const later = target.run(input);
    if (later) await later;
  } catch (error) {
    campaign.findings.push({ input, error });
  }
}

/** Those of some inputs that reach what no input reached before, found by halving. */
async function whoReach(target: FuzzTarget, made: Uint8Array[], coverage: Coverage): Promise<Uint8Array[]> {
  for (const input of made) {
    try {
      await target.run(input);
    } catch {
      // Told of when it was fed first.
    }
  }
  const alone = made.length === 1;
  if ((await coverage.news(alone)) === 0) return [];
  if (alone) return made;
  const half = made.length >> 1;
  const first = await whoReach(target, made.slice(0, half), coverage);
  return [...first, ...(await whoReach(target, made.slice(half), coverage))];
}
