import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { defineCommand } from 'citty';
import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { assess } from '../../utils/landing/assess.ts';
import type { LandingAssessment } from '../../utils/landing/assessment.ts';
import { buildNameIndex, type NameIndex } from '../../utils/landing/names.ts';
import { CommandFailure } from '../outcome.ts';
import { pageFileSignals } from './page-file.ts';

/** What the list says: names for recognising, and whose a host is. */
export interface PageContext {
  names: NameIndex;
  hostOwner: (host: string) => string | null;
}

/** From the records alone: a listed host, or one below a listed domain, is its exchange's. */
export function pageContext(records: ExchangeRecord[]): PageContext {
  const owners = new Map<string, string>();
  for (const { id, domains } of records) {
    for (const { domain, host, domain_status } of domains) {
      if (domain_status?.state !== 'repurposed') owners.set(host ?? domain, id);
    }
  }
  return {
    names: buildNameIndex(records),
    hostOwner(host) {
      for (let name = host; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
        const owner = owners.get(name);
        if (owner) return owner;
      }
      return null;
    },
  };
}

export interface IndexLine {
  id: string;
  file: string;
  url?: string;
  title?: string;
}

export class IndexLineError extends Error {
  override name = 'IndexLineError';
}

export function parseIndexLine(line: string): IndexLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new IndexLineError('not a line of JSON', { cause });
  }
  const { id, file, url, title } = (value ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof file !== 'string') throw new IndexLineError('wants an id and a file');
  return {
    id,
    file,
    ...(typeof url === 'string' ? { url } : {}),
    ...(typeof title === 'string' ? { title } : {}),
  };
}

export async function assessFile(
  line: IndexLine,
  folder: string,
  context: PageContext,
): Promise<LandingAssessment> {
  const signals = await pageFileSignals(resolve(folder, line.file), line);
  const host = line.url ? (URL.parse(line.url)?.hostname ?? null) : null;
  return assess(signals, { host, hostOwner: context.hostOwner }, context.names);
}

/** One line of `scan pages`, as docs/landing-pages.md describes it. */
export function scanLine(id: string, page: LandingAssessment): Record<string, unknown> {
  const landing = page.pageKind !== 'none';
  const findings = [
    ...(landing ? ['landing'] : []),
    ...(page.brandClaim ? ['brandClaim'] : []),
    ...(landing && page.operations.length + page.seatClaims.length > 0 ? ['operations'] : []),
  ];
  return {
    id,
    landing,
    page_kind: page.pageKind,
    tier: landing ? 'caution' : 'none',
    script: page.script,
    exchange: landing ? page.exchange : null,
    findings,
    signals: [
      ...page.signals,
      ...(page.brandClaim?.signals ?? []),
      ...page.operations,
      ...page.seatClaims,
    ].map(({ id, value, weight }) => ({ id, value, weight })),
    score: page.score,
  };
}

/** Lines of NDJSON for an index, in its order. A line or file that cannot be read gives `{id, error}`. */
export async function* scanPages(index: string, context: PageContext): AsyncGenerator<string> {
  const folder = dirname(resolve(index));
  for await (const text of createInterface({
    input: createReadStream(index),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (text.trim() === '') continue;
    let id: string | null = null;
    try {
      const line = parseIndexLine(text);
      id = line.id;
      yield JSON.stringify(scanLine(id, await assessFile(line, folder, context)));
    } catch (error) {
      yield JSON.stringify({ id, error: error instanceof Error ? error.message : String(error) });
    }
  }
}

/** `records`: the list as the command line has loaded it. */
export const scanPagesCommand = (records: () => Promise<ExchangeRecord[]>) =>
  defineCommand({
    meta: { name: 'pages', description: 'Judge stored pages; NDJSON out, a line for a line' },
    args: {
      index: {
        type: 'positional',
        description: 'INDEX.jsonl: {id, file, url?, title?} a line',
        required: true,
      },
    },
    async run({ args }) {
      await access(args.index).catch((cause: Error) => {
        throw new CommandFailure(`cannot read ${args.index}: ${cause.message}`, 2, { cause });
      });
      const context = pageContext(await records());
      for await (const line of scanPages(args.index, context)) process.stdout.write(`${line}\n`);
    },
  });
