import { createHash } from 'node:crypto';

/** The part of npm's CycloneDX document that is set here. */
interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; component: { name: string; version: string } };
  components: { purl: string; hashes?: object[]; licenses?: object[] }[];
}

/**
 * npm's own bill of materials (`npm sbom`, CycloneDX), with a time and a serial number that follow from what is
 * released, so that the same commit gives the same bytes. `at`: ISO instant.
 * @throws when a component has no hash or no licence
 */
export function billOfMaterials(printed: string, at: string): string {
  const bom = JSON.parse(printed) as Bom;
  const bare = bom.components.filter(({ hashes, licenses }) => !hashes?.length || !licenses?.length);
  if (bare.length > 0) throw new Error(`no hash or no licence: ${bare.map(({ purl }) => purl).join(', ')}`);
  delete bom.serialNumber;
  bom.metadata.timestamp = new Date(at).toISOString();
  const serial = uuidOf(JSON.stringify(bom));
  return `${JSON.stringify({ ...bom, serialNumber: `urn:uuid:${serial}` }, null, 2)}\n`;
}

/** A UUID made from a text (version 8 of RFC 9562: bits of our own choice). */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
