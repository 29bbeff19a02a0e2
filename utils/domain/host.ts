import { toUnicodeHost } from './idn.ts';
import { registrableDomain } from './registrable-domain.ts';

/** A hostname in canonical form, with its parts. */
export interface Host {
  /** Lower-case ASCII (punycode), no trailing dot. */
  ascii: string;
  /** The same with punycode labels decoded; for matching and display beside `ascii`. */
  unicode: string;
  /** Registrable domain, private suffixes counted as suffixes; null for a bare suffix or single label. */
  registrable: string | null;
  suffix: string | null;
  /** The label before the suffix. */
  label: string | null;
  /** The suffix is a private one, under which anyone can take a name: pages.dev, us.com; not co.uk. */
  platform: boolean;
}

export type HostFault =
  | 'empty'
  | 'control character'
  | 'not a hostname'
  | 'ip address'
  | 'label too long'
  | 'hostname too long'
  | 'bad punycode'
  | 'not http or https';

/** Why a text is no hostname. Returned, not thrown: bad input is an outcome. */
export interface BadHost {
  fault: HostFault;
}

const PLAIN = /^(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const MAX_HOST = 253;
/** Longer inputs are refused unread; no URL that a browser shows needs more. */
const MAX_INPUT = 65_536;

/**
 * Reads a hostname or an http(s) URL.
 * 'OKX.com.' => okx.com; 'https://u:p@okx.com:8443/x' => okx.com; '欧易.com' => xn--7hvx6i.com;
 * '127.0.0.1', '[::1]', '0x7f.1' => 'ip address'; 'xn--a' => 'bad punycode'; 'ftp://okx.com' => 'not http or https'.
 */
export function parseHost(input: string): Host | BadHost {
  if (input.length > MAX_INPUT) return { fault: 'hostname too long' };
  const text = input.trim();
  if (text === '') return { fault: 'empty' };
  if (isPlain(text)) return describe(text);
  if (hasControl(text)) return { fault: 'control character' };
  return parseSlowly(text);
}

export function isBadHost(host: Host | BadHost): host is BadHost {
  return 'fault' in host;
}

function isPlain(text: string): boolean {
  return text.length <= MAX_HOST && PLAIN.test(text) && !text.includes('xn--') && !endsLikeNumber(text);
}

/** The WHATWG rule: a host whose last label is a number is an IPv4 address or nothing. */
function endsLikeNumber(text: string): boolean {
  // Numbers end in a digit, in x or in a hexadecimal letter: most suffixes are told by their last.
  const end = text.charCodeAt(text.length - 1);
  if (end > 0x66 && end !== 0x78) return false;
  const last = text.slice(text.lastIndexOf('.') + 1);
  return /^(?:\d+|0x[0-9a-f]*)$/.test(last);
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return !text.isWellFormed();
}

function parseSlowly(text: string): Host | BadHost {
  const withScheme = HAS_SCHEME.test(text);
  if (withScheme && !/^https?:/i.test(text)) return { fault: 'not http or https' };
  const url = URL.parse(withScheme ? text : `http://${text}`);
  if (!url) return { fault: /xn--/i.test(text) ? 'bad punycode' : 'not a hostname' };
  const ascii = url.hostname.replace(/\.$/, '');
  if (ascii.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(ascii)) return { fault: 'ip address' };
  if (ascii.length > MAX_HOST) return { fault: 'hostname too long' };
  if (ascii.split('.').some((label) => label.length > 63)) return { fault: 'label too long' };
  if (!PLAIN.test(ascii)) return { fault: 'not a hostname' };
  return describe(ascii);
}

function describe(ascii: string): Host {
  const { domain, suffix, label, platform } = registrableDomain(ascii);
  return { ascii, unicode: toUnicodeHost(ascii), registrable: domain, suffix, label, platform };
}
