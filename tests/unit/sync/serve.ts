import type { Behaviour } from './misbehaving-server.ts';
import type { Bytes, Version } from './publisher.ts';

/** A host in order, save for the files that behave in their own way. */
export function serve(version: Version, faults: Record<string, Behaviour | Bytes> = {}): Behaviour {
  return (request, response) => {
    const path = (request.url ?? '').slice(1);
    const fault = faults[path];
    if (typeof fault === 'function') return fault(request, response);
    const bytes = fault ?? version.files.get(path);
    if (!bytes) return void response.writeHead(404).end();
    const type = path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, etag: `"${path}"` }).end(bytes);
  };
}
