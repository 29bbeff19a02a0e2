import punycode from 'punycode/punycode.js';

/**
 * Decodes the punycode labels of a canonical ASCII hostname; a label that does not decode stays as it is.
 * 'xn--7hvx6i.com' => '欧易.com'
 */
export function toUnicodeHost(ascii: string): string {
  if (!ascii.includes('xn--')) return ascii;
  return ascii.split('.').map(decodeLabel).join('.');
}

function decodeLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  try {
    return punycode.decode(label.slice(4));
  } catch (error) {
    if (error instanceof RangeError) return label;
    throw error;
  }
}
