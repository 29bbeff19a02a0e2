import { parseArgs } from 'node:util';
import type { BrowserKind } from '../../../tests/e2e/harness/find-browser.ts';
import { startServer } from '../../../tests/e2e/harness/server.ts';
import { isBadHost, parseHost } from '../../../utils/domain/host.ts';
import { prepareBrowsers } from '../setup/machine.ts';
import { say } from '../setup/say.mjs';
import { step } from '../setup/step.mjs';
import { showTable } from './show-table.ts';
import { showWindow } from './show-window.ts';
import { FURTHER, SITES, type Site, siteOf } from './sites.ts';

const USAGE = `npm start [-- [--table] [--browser chromium|firefox] HOST…]

Builds Ensign, answers some web addresses on this machine alone, and shows what Ensign says of them.
With a display a browser window opens and stays; --table asks for the table that is printed without one.
HOST…  further hostnames to show`;

interface Wish {
  hosts: Site[];
  table: boolean;
  browser: BrowserKind;
}

/** What the command line asks for; a text says what is wrong with it. */
function read(args: string[]): Wish | string {
  const { values, positionals, tokens } = parseArgs({
    args,
    options: { table: { type: 'boolean' }, browser: { type: 'string', default: 'chromium' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const unknown = tokens.find((one) => one.kind === 'option' && !['table', 'browser'].includes(one.name));
  if (unknown?.kind === 'option') return `Unknown option ${unknown.rawName}`;
  if (values.browser !== 'chromium' && values.browser !== 'firefox') return 'No such browser';
  const hosts: Site[] = [];
  for (const given of positionals) {
    const host = parseHost(given);
    if (isBadHost(host)) return `${given}: ${host.fault}`;
    hosts.push(siteOf(host.ascii));
  }
  return { hosts, table: values.table === true || !hasDisplay(), browser: values.browser };
}

/** Browsers open windows on macOS and Windows, and under Linux where a display is named. */
function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

async function demonstrate({ hosts, table, browser }: Wish): Promise<void> {
  await prepareBrowsers();
  await step('Building for Chrome and Firefox', ['npm', 'run', '--silent', 'build'], { quiet: true });
  const sites = [...SITES, ...hosts];
  const server = await startServer();
  try {
    for (const { url, answer } of [...sites, ...FURTHER]) {
      server.scene(new URL(url).hostname, '*', answer);
    }
    await (table ? showTable(sites, server) : showWindow(sites, server, browser));
  } finally {
    await server.close();
  }
}

const args = process.argv.slice(2);
const wish = read(args);
if (args.includes('--help')) console.log(USAGE);
else if (typeof wish === 'string') {
  say(`${wish}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  try {
    await demonstrate(wish);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
