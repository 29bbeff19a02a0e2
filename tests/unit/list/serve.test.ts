import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { listServer } from '../../../cli/list/serve.ts';
import { folderOf } from '../../fixtures/folder.ts';

const LATEST = '{"format":1}\n';

/** Asks a server over a folder with a pointer and one version */
async function ask(path: string, method: string): Promise<Response> {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const server = listServer(folderOf({ 'latest.json': LATEST, 'v1/snapshot.bin': 'bytes', '.hidden': 'x' }));
  onTestFinished(() => {
    vi.restoreAllMocks();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`, { method });
}

test.each([
  ['GET', '/latest.json', 200, 'no-cache', 'application/json', LATEST],
  ['HEAD', '/latest.json', 200, 'no-cache', 'application/json', ''],
  [
    'GET',
    '/v1/snapshot.bin',
    200,
    'public, max-age=31536000, immutable',
    'application/octet-stream',
    'bytes',
  ],
  ['HEAD', '/v1/snapshot.bin', 200, 'public, max-age=31536000, immutable', 'application/octet-stream', ''],
  ['GET', '/', 200, null, 'text/plain', 'a list for Ensign; its latest version: latest.json\n'],
  ['HEAD', '/', 200, null, 'text/plain', ''],
  ['GET', '/v1', 404, null, 'text/plain', 'not here\n'],
  ['HEAD', '/v2/snapshot.bin', 404, null, 'text/plain', ''],
  ['GET', '/.hidden', 404, null, 'text/plain', 'not here\n'],
  ['POST', '/latest.json', 404, null, 'text/plain', 'not here\n'],
])('%s %s is answered with %d', async (method, path, status, caching, type, body) => {
  const answer = await ask(path, method);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('cache-control')).toBe(caching);
  expect(answer.headers.get('content-type')).toBe(type);
  if (status === 200 && path !== '/') {
    expect(Number(answer.headers.get('content-length'))).toBe(path === '/latest.json' ? LATEST.length : 5);
  }
  expect(await answer.text()).toBe(body);
});
