import { describe, expect, test } from 'vitest';
import { billOfMaterials } from '../../../../cli/tasks/release/bill-of-materials.ts';

const component = {
  name: 'a',
  purl: 'pkg:npm/a@1.0.0',
  hashes: [{ alg: 'SHA-512', content: '00' }],
  licenses: [{ license: { id: 'MIT' } }],
};

function printed(serialNumber: string, timestamp: string, components: object[] = [component]): string {
  const about = { timestamp, component: { name: 'ensign', version: '0.2.0' } };
  return JSON.stringify({ bomFormat: 'CycloneDX', serialNumber, metadata: about, components });
}

describe('the bill of materials', () => {
  const at = '2026-11-27T12:00:00+01:00';

  test('the same contents give the same bytes, whenever and however often npm was asked', () => {
    const one = billOfMaterials(printed('urn:uuid:1', '2026-01-01T00:00:00Z'), at);
    const other = billOfMaterials(printed('urn:uuid:2', '2026-02-02T00:00:00Z'), at);
    expect(one).toBe(other);
    expect(JSON.parse(one)).toMatchObject({
      serialNumber: expect.stringMatching(
        /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      ),
      metadata: { timestamp: '2026-11-27T11:00:00.000Z' },
      components: [component],
    });
  });

  test('other contents give another serial number', () => {
    const one = billOfMaterials(printed('', ''), at);
    const other = billOfMaterials(printed('', '', [component, { ...component, name: 'b' }]), at);
    expect(JSON.parse(one).serialNumber).not.toBe(JSON.parse(other).serialNumber);
  });

  test.each([{ hashes: [] }, { hashes: undefined }, { licenses: [] }])('refused with %j', (lacking) => {
    expect(() => billOfMaterials(printed('', '', [{ ...component, ...lacking }]), at)).toThrow(
      'pkg:npm/a@1.0.0',
    );
  });
});
