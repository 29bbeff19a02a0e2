import { seededRandom } from '../../../cli/seeded-random.ts';

/** What a page, a list or a person could put where a name or a title stands. The same ones for the same seed. */
const PIECES: ((next: () => number) => string)[] = [
  () => '\u202e\u2066gnp.tfihs\u2069',
  () => '\u0000\u0007\u001b[31m\r\n\t\u0085',
  () => '<img src=x onerror="alert(1)"><script>alert(2)</script>',
  () => '"><svg/onload=alert(3)><b onmouseover=alert(4)>',
  () => '&lt;&amp;&#x202e;{name}**bold**$1$&%s',
  () => '\u200b\u200d\u2060\ufeff\u00ad\u180e',
  () => '\ud800\udfff\ufffe\u{e0041}\u{10ffff}',
  () => 'مرحبا بالعالم שלום',
  () => '欧易交易所官网注册',
  () => '\u{1f3f4}\u200d\u2620\ufe0f\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  () => `Z${'\u0301\u0327\u0338\u0489'.repeat(40)}algo`,
  (next) => 'long-label-without-end'.repeat(1 + Math.floor(next() * 20)),
  (next) => '界'.repeat(1 + Math.floor(next() * 200)),
  (next) => '\u3164'.repeat(1 + Math.floor(next() * 50)),
  (next) => `${'a.'.repeat(Math.floor(next() * 120))}example`,
  () => "javascript:alert(1)//';DROP TABLE flags;--",
];
const LONG_EVERY = 25;
const LONG = 100_000;

export function hostileTexts(count: number, seed: number): string[] {
  const next = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const pieces = Array.from({ length: 1 + Math.floor(next() * 5) }, () =>
      PIECES[Math.floor(next() * PIECES.length)]!(next),
    );
    const text = pieces.join(next() < 0.5 ? '' : '.');
    return index % LONG_EVERY === 0 ? text.repeat(Math.ceil(LONG / text.length)) : text;
  });
}
