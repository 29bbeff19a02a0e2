import { expect, it } from 'vitest';
import { type Host, parseHost } from '../../../utils/domain/host.ts';
import type { IndexedName } from '../../../utils/lookalike/indexed-name.ts';
import { ownSuffixFollows } from '../../../utils/lookalike/own-suffix.ts';
import { labelOf } from './label.ts';

/** Whether one of the suffixes follows the first three letters of the host. */
function follows(text: string, suffixes: string[]): boolean {
  const host = parseHost(text) as Host;
  const label = labelOf(text, text.indexOf('.'));
  return ownSuffixFollows(label, host, { suffixes } as unknown as IndexedName, 3);
}

it.each([
  ['okx.com.verify.org', ['com']],
  ['okx.com.verify.org', ['cab', 'com']],
  ['okx.com1.verify.org', ['com']],
  ['okx.com-x.verify.org', ['com']],
  ['okx.co.uk.verify.org', ['co.uk']],
  ['okxcom.org', ['com']],
  ['okx-com.org', ['com']],
  ['okxcom-login.org', ['com']],
  ['okx-com1.org', ['com']],
  ['okxcouk.org', ['co.uk']],
])('follows in %s: %j', (text, suffixes) => expect(follows(text, suffixes)).toBe(true));

it.each([
  ['okx.com.verify.org', []],
  ['okx.com.verify.org', ['cab']],
  ['okx.com', ['com']],
  ['okx.com.se', ['com.se']],
  ['okx.com.se', ['com']],
  ['okx.community.verify.org', ['com']],
  ['okxx.com.verify.org', ['com']],
  ['okx-.com.verify.org', ['cab']],
  ['okxcome.org', ['com']],
  ['okxcom1.org', ['com']],
  ['okx-come.org', ['com']],
  ['okxco.org', ['com']],
  ['okxc.org', ['co.uk']],
  ['okx.org', ['com']],
])('does not in %s: %j', (text, suffixes) => expect(follows(text, suffixes)).toBe(false));
