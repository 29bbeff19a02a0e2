import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';
import { defineCommand } from 'citty';
import { POINTER_PATH } from '../../utils/list/publication-paths.ts';
import { CommandFailure } from '../outcome.ts';
import { wholeNumber } from '../whole-number.ts';
import { isFolder } from './read-snapshot.ts';

/** What a host should answer; see docs/list-hosting.md. */
const FOREVER = 'public, max-age=31536000, immutable';
const AFRESH = 'no-cache';

/** `ensign list serve DIR [--port 8400]`: on this machine only, for trying. */
export const serve = defineCommand({
  meta: { name: 'serve', description: 'Serve a published folder on this machine, for trying' },
  args: {
    folder: { type: 'positional', description: 'A folder made by publish', required: true },
    port: { type: 'string', description: 'Port on 127.0.0.1; 0 takes a free one', default: '8400' },
  },
  async run({ args }) {
    const asked = wholeNumber(args.port, '--port', { from: 0, to: 65_535 });
    if (!(await isFolder(args.folder))) throw new CommandFailure(`${args.folder} is no folder`, 2);
    const server = listServer(args.folder);
    await new Promise<void>((resolve, reject) => {
      server.once('error', (cause) =>
        reject(new CommandFailure(`cannot serve: ${cause.message}`, 2, { cause })),
      );
      server.listen(asked, '127.0.0.1', resolve);
    });
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : asked;
    process.stdout.write(`http://127.0.0.1:${port}/\n`);
    await new Promise((resolve) => server.once('close', resolve));
  },
});

/** Answers GET and HEAD for the files of a folder, as a host of lists should. */
export function listServer(folder: string): Server {
  return createServer((request, response) => {
    answer(folder, request.url ?? '/', request.method ?? 'GET', response).catch((error: Error) => {
      process.stderr.write(`${error.message}\n`);
      response.destroy();
    });
  });
}

async function answer(folder: string, url: string, method: string, response: ServerResponse): Promise<void> {
  const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  const file = join(folder, path);
  const asked = (method === 'GET' || method === 'HEAD') && !path.includes('/.');
  const found = asked ? await stat(file).catch(() => null) : null;
  const status = found?.isFile() || (found && path === '/') ? 200 : 404;
  process.stderr.write(`${method} ${path} ${status}\n`);
  if (!found?.isFile()) {
    const words = status === 200 ? `a list for Ensign; its latest version: ${POINTER_PATH}` : 'not here';
    response.writeHead(status, { 'content-type': 'text/plain' }).end(`${words}\n`);
    return;
  }
  response.writeHead(200, {
    'content-type': path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
    'content-length': found.size,
    'cache-control': path === `/${POINTER_PATH}` ? AFRESH : FOREVER,
    'access-control-allow-origin': '*',
  });
  if (method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}
