import { gunzipSync } from 'node:zlib';
import { unpackSnapshot } from '../../../utils/list/pack.ts';
import { publishNow } from './list-host.ts';
const v = await publishNow(2, '/work/w/sync/.output/chrome-mv3/list/bundled.bin');
const packed = gunzipSync(v.files.get('v2/snapshot.bin')!);
console.log(v.manifest.snapshot, packed.length, v.snapshot.length);
const u = unpackSnapshot(new Uint8Array(packed));
console.log(u.length, Buffer.compare(u, v.snapshot));
