import { dirname, resolve } from 'node:path';
import { defineCommand } from 'citty';
import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { nameAndParents } from '../../utils/domain/name-and-parents.ts';
import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { isFirm } from '../../utils/exchange/weakness.ts';
import { assess } from '../../utils/landing/assess.ts';
import type { LandingAssessment } from '../../utils/landing/assessment.ts';
import { buildNameIndex, type NameIndex } from '../../utils/landing/names.ts';
import type { Verdict } from '../../utils/verdict/finding.ts';
import { BARE, type HostSources, judgeHost } from '../../utils/verdict/judge-host.ts';
import { pageFindings } from '../../utils/verdict/page-findings.ts';
import { openSources } from './judge.ts';
import { type BadLine, readLines } from './lines.ts';
import { openInput } from './open-input.ts';
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
      const name = nameAndParents(host).find((one) => owners.has(one));
      return name === undefined ? null : owners.get(name)!;
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

export function parseIndexLine(line: string | BadLine): IndexLine {
  if (typeof line !== 'string') throw new IndexLineError(line.fault);
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

/** What the page says by itself, and with its address if that is known. */
export interface JudgedFile {
  page: LandingAssessment;
  /** Null without an address: the page is judged by its content alone. */
  verdict: Verdict | null;
}

/** `sources`: the list and the matcher, asked for only where a line has an address. */
export async function judgeFile(
  line: IndexLine,
  folder: string,
  context: PageContext,
  sources: () => Promise<HostSources>,
): Promise<JudgedFile> {
  const host = line.url === undefined ? null : parseHost(line.url);
  if (host && isBadHost(host)) throw new IndexLineError(`no web address: ${line.url}`);
  const signals = await pageFileSignals(resolve(folder, line.file), line);
  if (!host) return { page: assess(signals, { ...context, host: null }, context.names), verdict: null };
  const opened = await sources();
  // The page's own host is its exchange's by a firm row alone, as in the extension.
  const firm = opened.list.find(host).some((hit) => hit.kind === 'listed' && isFirm(hit.domain));
  const hostOwner = (name: string) => (name === host.ascii && !firm ? null : context.hostOwner(name));
  const page = assess(signals, { host: host.ascii, hostOwner }, context.names);
  const found = pageFindings(page, (id) => opened.list.exchangeById(id));
  return { page, verdict: judgeHost(opened, host, { ...BARE, page: found }) };
}

/** One line of `scan pages`, as docs/landing-pages.md describes it. */
export function scanLine(id: string, { page, verdict }: JudgedFile): Record<string, unknown> {
  const landing = page.pageKind !== 'none';
  const stands = landing && page.operations.length + page.seatClaims.length > 0;
  const named = verdict?.findings.find((finding) => 'exchange' in finding && finding.exchange !== null);
  return {
    id,
    landing,
    page_kind: page.pageKind,
    tier: verdict?.tier ?? (landing ? 'caution' : 'none'),
    script: page.script,
    exchange: (named && 'exchange' in named && named.exchange?.id) || (landing ? page.exchange : null),
    findings: verdict?.findings.map(({ kind }) => kind) ?? [
      ...(landing ? ['landing'] : []),
      ...(stands ? ['operations'] : []),
    ],
    signals: [
      ...page.signals,
      ...(page.brandClaim?.signals ?? []),
      ...page.operations,
      ...page.seatClaims,
    ].map(({ id, value, weight }) => ({ id, value, weight })),
    score: page.score,
  };
}

/**
 * Lines of NDJSON for an index, in its order. A line or file that cannot be read gives `{id, error}`, a blank line
 * nothing. `folder`: where its files lie.
 */
export async function* scanPages(
  index: AsyncIterable<Uint8Array>,
  folder: string,
  context: PageContext,
  sources: () => Promise<HostSources>,
): AsyncGenerator<string> {
  for await (const lines of readLines(index)) {
    for (const text of lines) {
      if (typeof text === 'string' && text.trim() === '') continue;
      let id: string | null = null;
      try {
        const line = parseIndexLine(text);
        id = line.id;
        yield JSON.stringify(scanLine(id, await judgeFile(line, folder, context, sources)));
      } catch (error) {
        yield JSON.stringify({ id, error: error instanceof Error ? error.message : String(error) });
      }
    }
  }
}

/** `records`: the list as the command line has loaded it. */
export const scanPagesCommand = (records: () => Promise<ExchangeRecord[]>) =>
  defineCommand({
    meta: { name: 'pages', description: 'Judge stored pages; NDJSON out, a line for each, in order' },
    args: {
      index: {
        type: 'positional',
        description: 'INDEX.jsonl: {id, file, url?, title?} a line; - for standard input',
        required: true,
      },
    },
    async run({ args }) {
      const index = await openInput(args.index, 'an index of pages');
      const folder = args.index === '-' ? '.' : dirname(args.index);
      const context = pageContext(await records());
      let opened: Promise<HostSources> | null = null;
      const sources = () => {
        opened ??= openSources({ reported: true });
        return opened;
      };
      for await (const line of scanPages(index, folder, context, sources)) process.stdout.write(`${line}\n`);
    },
  });
