import { parse } from 'tldts';

/** What the Public Suffix List says of a hostname. */
export interface Registrable {
  /** Registrable domain (eTLD+1); null for a bare suffix or a single label. */
  domain: string | null;
  /** The public suffix; null where there is none. */
  suffix: string | null;
  /** The label before the suffix, `okx` of `www.okx.com`; null without a registrable domain. */
  label: string | null;
  /** The suffix is a private one, under which a platform gives out names: pages.dev, us.com; not co.uk. */
  platform: boolean;
}

/**
 * Splits a canonical ASCII hostname by the Public Suffix List, **private suffixes included**:
 * 'x.pages.dev' => domain 'x.pages.dev', suffix 'pages.dev';
 * 'pages.dev' => domain null, so that listing 'x.pages.dev' never speaks of the platform.
 */
export function registrableDomain(ascii: string): Registrable {
  const found = parse(ascii, {
    allowPrivateDomains: true,
    extractHostname: false,
    validateHostname: false,
    detectIp: false,
  });
  return {
    domain: found.domain,
    suffix: found.publicSuffix,
    label: found.domainWithoutSuffix,
    platform: found.isPrivate === true,
  };
}
