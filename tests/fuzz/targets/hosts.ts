import { buildTables, readWeights } from '../../../cli/lookalike/build-tables.ts';
import { type Host, isBadHost, parseHost } from '../../../utils/domain/host.ts';
import { toUnicodeHost } from '../../../utils/domain/idn.ts';
import { registrableDomain } from '../../../utils/domain/registrable-domain.ts';
import { skeletonOf } from '../../../utils/domain/skeleton.ts';
import { readTables } from '../../../utils/lookalike/tables.ts';
import { bytesOf, type FuzzTarget, must, textOf } from '../target.ts';

const PLACES = [
  'okx.com',
  'https://u:p@www.okx.com:8443/x?y#z',
  'xn--7hvx6i.com',
  '欧易.com',
  'a.b.co.uk',
  'x.pages.dev',
  'pages.dev',
  'www.ck',
  'city.kawasaki.jp',
  '0x7f.1',
  '[::1]',
  'b\u0131nance.com.',
];
const WORDS = [
  'xn--',
  '.',
  '..',
  '-',
  '--',
  'com',
  'co.uk',
  'pages.dev',
  'ck',
  'github.io',
  '。',
  '．',
  'ß',
  '\u200d',
  '\u00ad',
  '\u0301',
  '\u202e',
  '\ufeff',
  '\ud800',
  'İ',
  'ﬀ',
  '①',
  '0x',
  '[',
  ']',
  '@',
  ':',
  '/',
  '\\',
  '%2e',
  '%00',
  '\t',
  '\n',
  'https://',
  'ftp://',
  '一',
  'а',
  '１',
  '٣',
];

const { confusables } = readTables(buildTables(readWeights()).buffer);

/** What holds of every hostname that was taken. */
function check(host: Host): void {
  const { ascii, unicode, registrable, suffix, label } = host;
  must(/^[a-z0-9_.-]{1,253}$/.test(ascii), 'canonical ASCII of at most 253 characters');
  must(
    ascii.split('.').every((one) => one.length >= 1 && one.length <= 63),
    'labels of 1 to 63 characters',
  );
  must(unicode.length > 0, 'a Unicode form');
  must(
    registrable === null || ascii === registrable || ascii.endsWith(`.${registrable}`),
    'it ends in its domain',
  );
  must(suffix === null || ascii === suffix || ascii.endsWith(`.${suffix}`), 'it ends in its suffix');
  must(registrable === null || `${label}.${suffix}` === registrable, 'domain = label + suffix');
  const again = parseHost(ascii);
  must(
    !isBadHost(again) && again.ascii === ascii && again.registrable === registrable,
    'read again, the same',
  );
}

const hostname: FuzzTarget = {
  name: 'hostname',
  seeds: bytesOf(...PLACES),
  words: WORDS,
  run(input) {
    const host = parseHost(textOf(input));
    if (!isBadHost(host)) check(host);
  },
};

const punycode: FuzzTarget = {
  name: 'punycode',
  seeds: bytesOf('xn--7hvx6i.com', 'xn--bnance-q9a.com', 'xn--a.xn--b', 'xn--zca.de'),
  words: ['xn--', '-', '.', 'q9a', '999999', 'zzzzzz', '--'],
  run(input) {
    const text = textOf(input);
    const decoded = toUnicodeHost(text);
    must(decoded.split('.').length >= text.split('.').length, 'no label lost');
    const once = skeletonOf(decoded, confusables);
    must(skeletonOf(once, confusables) === once, 'the skeleton of a skeleton is itself');
  },
};

const publicSuffix: FuzzTarget = {
  name: 'public suffix',
  seeds: bytesOf(
    'a.b.co.uk',
    'x.pages.dev',
    'www.ck',
    'a.ck',
    'city.kawasaki.jp',
    'a.kawasaki.jp',
    'com',
    '',
  ),
  words: [
    '.',
    '..',
    'co.uk',
    'pages.dev',
    'ck',
    'www.ck',
    'kawasaki.jp',
    'compute.amazonaws.com',
    'xn--p1ai',
    '*',
    '!',
  ],
  run(input) {
    const text = textOf(input);
    const { domain, suffix, label } = registrableDomain(text);
    must(
      domain === null || (suffix !== null && label !== null && domain === `${label}.${suffix}`),
      'label + suffix',
    );
    // For names alone: what is no hostname never comes here from parseHost.
    const named = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(text);
    must(!named || domain === null || registrableDomain(domain).domain === domain, 'the domain of a domain');
  },
};

export const HOSTS = [hostname, punycode, publicSuffix];
