import { describe, expect, it } from 'vitest';
import { Background } from '../../../utils/lookalike/background.ts';
import { EditCost } from '../../../utils/lookalike/edit-cost.ts';
import type { ExchangeName } from '../../../utils/lookalike/exchange-names.ts';
import { HitReader } from '../../../utils/lookalike/hit-reader.ts';
import { NOTHING, STRONG, TELLING, UNCOVERED, WEAK } from '../../../utils/lookalike/keywords.ts';
import { LabelText } from '../../../utils/lookalike/label-text.ts';
import type { Reading } from '../../../utils/lookalike/reading.ts';
import { hostOf } from '../list/sample-list.ts';
import { indexed } from './indexed.ts';
import { tables } from './label.ts';

interface Given {
  /** What the stretch costs as the name; 0 is the name letter by letter. */
  edit?: number;
  told?: Partial<ExchangeName>;
  /** The label from the left, 0 by default. */
  inLabel?: number;
  registrable?: boolean;
}

/** How a host reads as an imitation of a name that stands as `stretch` in one of its labels. */
function readAs(
  name: string,
  text: string,
  stretch: string,
  { edit = 0, told = {}, inLabel = 0, registrable = inLabel === text.split('.').length - 2 }: Given = {},
): Reading {
  const host = hostOf(text);
  const before = host.unicode.split('.').slice(0, inLabel);
  const start = before.reduce((length, label) => length + label.length + 1, 0);
  const written = host.unicode.split('.')[inLabel]!;
  const label = new LabelText();
  label.read(host.unicode, start, start + written.length, tables);
  const reader = new HitReader(tables, ['ouyi'], label, new EditCost(tables));
  reader.begin(host, registrable);
  // Hyphens are no letters of a label: they are its bounds.
  const lettersTo = (at: number) => written.slice(0, at).replaceAll('-', '').length;
  const at = written.indexOf(stretch);
  const hit = {
    name: indexed(name, told, [{ host: `${name}.com`, exchange: name, standing: 'present' }]),
    from: lettersTo(at),
    to: lettersTo(at + stretch.length),
    edit,
  };
  const reading = reader.read(hit);
  expect(reading.gain).toBe(reader.gainOf(hit));
  return reading;
}

describe('where the name stands', () => {
  it.each([
    ['kraken.top', 'kraken', {}, 'registrable', false, true, true],
    ['my-kraken.top', 'kraken', {}, 'registrable', false, true, true],
    ['mykraken.top', 'kraken', {}, 'registrable', false, false, true],
    ['kraken-x.top', 'kraken', {}, 'registrable', false, true, true],
    ['krakenx.top', 'kraken', {}, 'registrable', false, true, false],
    ['kraken.example.top', 'kraken', {}, 'subdomain', false, true, true],
    ['kraken.pages.dev', 'kraken', { registrable: true }, 'registrable', true, true, true],
    ['kraken.mine.pages.dev', 'kraken', {}, 'subdomain', false, true, true],
    // An own suffix ends a name as a hyphen does, and Chinese writes no spaces.
    ['krakencom.top', 'kraken', {}, 'registrable', false, true, true],
    ['xkrakenx.top', 'kraken', { told: { kind: 'han' } }, 'registrable', false, true, true],
  ] as const)('%s, %s: %j', (text, stretch, given, place, platform, left, right) => {
    const reading = readAs('kraken', text, stretch, given);
    expect(reading).toMatchObject({ place, platform, boundedLeft: left, boundedRight: right });
  });
});

describe('what stands around it', () => {
  const coverage = (reading: Reading) => [
    reading.before,
    reading.tokenBefore,
    reading.tokenAfter,
    reading.after,
  ];
  it.each([
    ['kraken.top', [NOTHING, NOTHING, NOTHING, NOTHING]],
    ['confirmkraken.top', [STRONG, STRONG, NOTHING, NOTHING]],
    ['krakenconfirm.top', [NOTHING, NOTHING, STRONG, STRONG]],
    ['my-kraken-app.top', [WEAK, NOTHING, NOTHING, WEAK]],
    ['confirm-mykraken.top', [STRONG, WEAK, NOTHING, NOTHING]],
    ['krakenapp-confirm.top', [NOTHING, NOTHING, WEAK, STRONG]],
    ['qqvkraken.top', [UNCOVERED, UNCOVERED, NOTHING, NOTHING]],
    ['qqv-kraken.top', [UNCOVERED, NOTHING, NOTHING, NOTHING]],
    ['kraken-qqv.top', [NOTHING, NOTHING, NOTHING, UNCOVERED]],
    ['kraken-ouyi.top', [NOTHING, NOTHING, NOTHING, TELLING]],
    ['loginkraken.top', [TELLING, TELLING, NOTHING, NOTHING]],
  ])('%s: %j', (text, expected) => {
    expect(coverage(readAs('kraken', text, 'kraken'))).toEqual(expected);
  });

  it.each([
    ['kraken.top', 0, UNCOVERED],
    ['kraken-qqv.top', 0, UNCOVERED],
    // In other parts of its label, and in other labels: the best of both.
    ['kraken-qqvq-confirm.top', 0, STRONG],
    ['kraken-qqvq-app.top', 0, WEAK],
    ['app-qqvq-kraken.top', 0, WEAK],
    ['kraken.confirm.top', 0, STRONG],
    ['confirm.kraken.top', 1, STRONG],
    ['app.kraken.top', 1, WEAK],
    ['app.confirm.kraken.top', 2, STRONG],
    ['confirm.app.kraken.top', 2, STRONG],
    ['ouyi.kraken.top', 1, TELLING],
    ['ouyi.confirm.kraken.top', 2, TELLING],
    ['confirm.app-kraken.top', 1, STRONG],
    ['app.confirm-kraken.top', 1, STRONG],
    ['qqvq.kraken.top', 1, UNCOVERED],
    ['kraken.qqvq-confirm.top', 0, STRONG],
  ])('%s, label %i: %i elsewhere', (text, inLabel, expected) => {
    expect(readAs('kraken', text, 'kraken', { inLabel }).elsewhere).toBe(expected);
  });

  it('an own suffix', () => {
    expect(readAs('kraken', 'kraken.com.evil.top', 'kraken').embedded).toBe(true);
    expect(readAs('kraken', 'kraken-com.top', 'kraken').embedded).toBe(true);
    expect(readAs('kraken', 'kraken.comet.top', 'kraken').embedded).toBe(false);
    expect(readAs('kraken', 'kraken-net.top', 'kraken').embedded).toBe(false);
  });

  it('the suffix, by its class', () => {
    expect(readAs('kraken', 'kraken.com', 'kraken').suffix).toBe('plain');
    expect(readAs('kraken', 'kraken.top', 'kraken').suffix).toBe('cheap');
    expect(readAs('kraken', 'kraken.gov.uk', 'kraken', { registrable: true }).suffix).toBe('guarded');
  });
});

describe('of what it is made', () => {
  it('letters from outside ASCII, in the name alone', () => {
    expect(readAs('kraken', 'krаken.top', 'krаken', { edit: 8 }).foreign).toBe(true);
    expect(readAs('kraken', 'krakеn.top', 'krakеn', { edit: 8 }).foreign).toBe(true);
    expect(readAs('kraken', 'kraken.top', 'kraken').foreign).toBe(false);
    expect(readAs('kraken', 'é-kraken-é.top', 'kraken').foreign).toBe(false);
  });

  it('hyphens inside of it', () => {
    expect(readAs('kraken', 'kra-ken.top', 'kra-ken', { edit: 8 }).hyphenInside).toBe(true);
    expect(readAs('kraken', 'k-raken.top', 'k-raken', { edit: 8 }).hyphenInside).toBe(true);
    expect(readAs('kraken', 'a-kraken-b.top', 'kraken').hyphenInside).toBe(false);
  });

  it('digits that are none of its own', () => {
    expect(readAs('kraken', 'krak3n.top', 'krak3n', { edit: 20 }).digit).toBe(true);
    expect(readAs('kraken', 'kraken8.top', 'kraken', { edit: 0 }).digit).toBe(false);
    expect(readAs('1kraken', '1kraken.top', '1kraken').digit).toBe(false);
    expect(readAs('kraken', '8krakem8.top', 'krakem', { edit: 20 }).digit).toBe(false);
  });

  it.each([
    ['kraken', 'kraken', 0, false],
    // A letter doubled is none, however cheap.
    ['kraken', 'krakem', 20, true],
    ['binance', 'binarnce', 40, false],
    ['gemini', 'gernini', 16, true],
    ['gemini', 'gerninj', 40, true],
    ['kraken', 'krakn', 40, false],
    ['kraken', 'krakken', 16, false],
    ['kraken', 'kraxken', 60, false],
    ['bilaxy', 'biiaxy', 10, true],
    ['bilaxy', 'bi1axy', 10, true],
    ['kraken', 'kraqen', 60, false],
  ])('%s as %s, at %i: all a matter of shape is %s', (name, written, edit, expected) => {
    expect(readAs(name, `${written}.top`, written, { edit }).visualOnly).toBe(expected);
  });
});

describe('what it leaves', () => {
  it.each([
    ['kraken.top', 'kraken', 0],
    ['mykraken.top', 'kraken', 2],
    ['my-kraken-login.top', 'kraken', 7],
  ])('%s: %s, and %i letters', (text, stretch, rest) => {
    expect(readAs('kraken', text, stretch).rest).toBe(rest);
  });

  it.each(['mykraken.top', 'my-kraken-login.top', 'krakenlogin.top', 'kraken.top'])(
    '%s: what they cost as words, and what the name saves',
    (text) => {
      const written = text.slice(0, -'.top'.length);
      const label = new LabelText();
      label.read(text, 0, written.length, tables);
      const background = new Background(tables);
      const whole = background.measure(label);
      const from = label.codes.indexOf(11);
      const around = background.before[from]! + background.after[from + 6]!;
      const reading = readAs('kraken', text, 'kraken', { edit: 24 });
      expect(reading.restCost).toBe(around);
      expect(reading.gain).toBe(whole - around - reading.name.prior - 24);
    },
  );
});

describe('a word of the language', () => {
  it.each([
    // The whole label, whatever is cut out of it.
    ['bridge', 'bridged', 'bridge', 0, true],
    ['bridge', 'bridge', 'bridge', 0, true],
    ['bridge', 'bridged-x', 'bridge', 0, false],
    // Or the stretch, where it is not the name itself.
    ['bridge', 'fridge-qqv', 'fridge', 20, true],
    ['bridge', 'fridge-qqv', 'fridge', 0, false],
    ['bridge', 'my-fridge', 'fridge', 20, true],
    ['bridge', 'brqdge-qqv', 'brqdge', 20, false],
    ['bridge', 'fri-dge-qqv', 'fri-dge', 20, false],
    ['bridge', 'f-ridge-qqv', 'f-ridge', 20, false],
    ['bridge', 'frïdge-qqv', 'frïdge', 20, false],
    // No longer word is in the lexicon.
    ['understanding', 'understandings', 'understanding', 0, true],
    ['responsibility', 'responsibility', 'responsibility', 0, true],
    ['responsibilities', 'responsibilities', 'responsibilities', 0, false],
  ])('%s in %s as %s, at %i: %s', (name, written, stretch, edit, expected) => {
    expect(readAs(name, `${written}.top`, stretch, { edit }).insideWord).toBe(expected);
  });

  it('is none that was taken out of the lexicon for being a name', () => {
    const without = { ...tables, wordCosts: tables.wordCosts.slice().fill(255) };
    const label = new LabelText();
    label.read('bridged.top', 0, 7, without);
    const reader = new HitReader(without, [], label, new EditCost(without));
    reader.begin(hostOf('bridged.top'), true);
    expect(reader.read({ name: indexed('bridge'), from: 0, to: 6, edit: 0 }).insideWord).toBe(false);
  });
});
