import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Answer, NO_CONTENT } from './answer.ts';
import { makeCertificate } from './certificate.ts';

export interface Asked {
  at: number;
  scheme: 'http' | 'https';
  method: string;
  host: string;
  /** Path with query. */
  path: string;
  headers: IncomingMessage['headers'];
}

export type Scene = Answer | ((asked: Asked) => Answer | Promise<Answer>);

/**
 * The whole web on loopback: answers http and https for any host name, and is the proxy through which
 * Firefox reaches it. What has no scene is answered with 204, so that no browser waits for the outside.
 */
export interface LocalServer {
  httpPort: number;
  httpsPort: number;
  /** Sets what a host answers under a path, or under all paths without one ('*'). Later scenes replace earlier. */
  scene(host: string, path: string, scene: Scene): void;
  /** Answers for hosts and paths that have no scene of their own; null: 204 again. */
  everywhere(scene: Scene | null): void;
  /** Requests so far, oldest first. */
  requests: Asked[];
  requestsTo(host: string): Asked[];
  /** Forgets scenes and requests. */
  clear(): void;
  close(): Promise<void>;
}

export async function startServer(): Promise<LocalServer> {
  const scenes = new Map<string, Map<string, Scene>>();
  const requests: Asked[] = [];
  let fallback: Scene | null = null;
  const open = new Set<Duplex>();

  const answer = async (request: IncomingMessage, response: ServerResponse, scheme: Asked['scheme']) => {
    const asked = readRequest(request, scheme);
    requests.push(asked);
    const own = scenes.get(asked.host);
    const elsewhere = isBrowsersOwn(asked.host) ? NO_CONTENT : (fallback ?? NO_CONTENT);
    const scene = own?.get(asked.path) ?? own?.get(withoutQuery(asked.path)) ?? own?.get('*') ?? elsewhere;
    await send(response, typeof scene === 'function' ? await scene(asked) : scene);
  };
  const listener = (scheme: Asked['scheme']): RequestListener => {
    return (request, response) => {
      answer(request, response, scheme).catch((error: unknown) => {
        console.error('Scene failed:', error);
        response.destroy();
      });
    };
  };

  const plain = createServer(listener('http'));
  const secure = createSecureServer(await makeCertificate(), listener('https'));
  for (const server of [plain, secure]) {
    server.on('connection', (socket: Socket) => keepTrack(open, socket));
    server.on('clientError', (_error, socket) => socket.destroy());
    await listen(server);
  }
  const httpPort = portOf(plain);
  const httpsPort = portOf(secure);
  plain.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    keepTrack(open, socket);
    tunnel(request.url?.endsWith(':80') ? httpPort : httpsPort, socket, head, open);
  });

  return {
    httpPort,
    httpsPort,
    requests,
    scene(host, path, scene) {
      if (!scenes.has(host)) scenes.set(host, new Map());
      scenes.get(host)!.set(path, scene);
    },
    everywhere(scene) {
      fallback = scene;
    },
    requestsTo: (host) => requests.filter((one) => one.host === host),
    clear() {
      scenes.clear();
      requests.length = 0;
      fallback = null;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await Promise.all([plain, secure].map((server) => new Promise((done) => server.close(done))));
    },
  };
}

function readRequest(request: IncomingMessage, scheme: Asked['scheme']): Asked {
  // A proxy is asked by whole address, a server by path and Host.
  const url = URL.parse(request.url ?? '/', `${scheme}://${request.headers.host ?? 'unknown'}`);
  return {
    at: Date.now(),
    scheme,
    method: request.method ?? 'GET',
    host: url?.hostname ?? 'unknown',
    path: url ? url.pathname + url.search : '/',
    headers: request.headers,
  };
}

/** What browsers ask by themselves. Chromium opens a page where its check of the network gets a page. */
function isBrowsersOwn(host: string): boolean {
  return /(?:^|\.)(?:gstatic\.com|googleapis\.com|(?:services|cdn)\.mozilla\.(?:com|net)|detectportal\.firefox\.com)$/.test(
    host,
  );
}

function withoutQuery(path: string): string {
  return path.split('?')[0] ?? path;
}

async function send(
  response: ServerResponse,
  { status, headers, body, delay, hangUp }: Answer,
): Promise<void> {
  if (delay) await new Promise((done) => setTimeout(done, delay));
  if (hangUp) response.destroy();
  if (response.destroyed) return;
  response.writeHead(status, { 'cache-control': 'no-cache', ...headers });
  response.end(body);
}

function tunnel(port: number, socket: Duplex, head: Buffer, open: Set<Duplex>): void {
  const target = connect(port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    target.write(head);
    target.pipe(socket);
    socket.pipe(target);
  });
  keepTrack(open, target);
  target.on('error', () => socket.destroy());
  socket.on('error', () => target.destroy());
}

function keepTrack(open: Set<Duplex>, socket: Duplex): void {
  open.add(socket);
  socket.on('close', () => open.delete(socket));
  socket.on('error', () => socket.destroy());
}

function listen(server: Pick<Server, 'listen' | 'once'>): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
}

function portOf(server: Pick<Server, 'address'>): number {
  return (server.address() as AddressInfo).port;
}
