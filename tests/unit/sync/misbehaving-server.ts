import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A list's host on loopback that does what each test tells it to. */
export interface MisbehavingServer {
  /** With a slash at its end. */
  address: string;
  /** Paths asked for, oldest first, with the request's headers. */
  asked: { path: string; headers: IncomingMessage['headers'] }[];
  /** Answers requests; replaces what was set before. */
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

export async function startMisbehaving(): Promise<MisbehavingServer> {
  let behaviour: Behaviour = (_request, response) => response.writeHead(404).end();
  const asked: MisbehavingServer['asked'] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    // One kept open may be closed under the next request while a test holds this thread up.
    response.shouldKeepAlive = false;
    asked.push({ path: request.url ?? '', headers: request.headers });
    behaviour(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    behave(next) {
      behaviour = next;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

export const JSON_TYPE = { 'content-type': 'application/json' };

export function status(code: number, headers: Record<string, string> = {}): Behaviour {
  return (_request, response) => response.writeHead(code, headers).end('no');
}

export function file(body: string | Uint8Array, headers: Record<string, string> = {}): Behaviour {
  return (_request, response) => response.writeHead(200, { ...JSON_TYPE, ...headers }).end(body);
}

/** Sends the head and a first piece, then nothing more. */
export function stall(first = 'ab'): Behaviour {
  return (_request, response) => {
    response.writeHead(200, JSON_TYPE);
    response.write(first);
  };
}

/** Never answers. */
export const silent: Behaviour = () => undefined;

/** Cuts the connection in the middle of the body. */
export function resetAfter(first = 'ab'): Behaviour {
  return (_request, response) => {
    response.writeHead(200, JSON_TYPE);
    response.write(first, () => setTimeout(() => response.socket?.resetAndDestroy(), 20));
  };
}

/** Ends early, without having said how much was to come. */
export function truncate(body: Uint8Array, length: number): Behaviour {
  return file(body.subarray(0, length));
}

/** A few bytes at a time, forever. */
export function drip(bytesPerSecond: number): Behaviour {
  return (_request, response) => {
    response.writeHead(200, JSON_TYPE);
    const timer = setInterval(() => response.write('x'), 1000 / bytesPerSecond);
    response.on('close', () => clearInterval(timer));
  };
}
