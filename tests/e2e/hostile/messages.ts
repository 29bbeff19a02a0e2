import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One of the background's routes: what it is called and whose messages it takes. */
export interface RouteName {
  kind: string;
  from: 'content' | 'surface';
}

const ROUTES = fileURLToPath(new URL('../../../entrypoints/background/routes.ts', import.meta.url));
const ROUTE = /^ {2}(\w+): route\(\s*'(content|surface)'/gm;

/** All routes, read from the source: the background itself loads in a browser alone. */
export function routeNames(): RouteName[] {
  const found = [...readFileSync(ROUTES, 'utf8').matchAll(ROUTE)];
  return found.map(([, kind, from]) => ({ kind: kind!, from: from as RouteName['from'] }));
}

/** What somebody would send who wants the most from it: fields of every route, the address of a page of ours. */
export function forgedMessage(kind: string, origin: string): { kind: string; payload: object } {
  const payload = {
    tabId: 1,
    address: 'https://okx.com/',
    mode: 'off',
    domain: 'okx.com',
    kinds: ['lookalike'],
    term: 'always',
    record: false,
    name: 'listAddress',
    value: 'https://evil.example/',
    keys: [],
    filter: {},
    ids: [],
    offset: 0,
    limit: 10,
    sha256: null,
    sender: { id: 'self', url: `${origin}/options.html` },
    url: `${origin}/options.html`,
  };
  return { kind, payload };
}
