import type { JSX } from 'preact';
import type { LookalikeMatch } from '../../utils/lookalike/match.ts';
import { align, type Stretch } from '../address/alignment.ts';
import { characterName, codeOf } from '../address/character-name.ts';
import { displayable } from '../address/displayable.ts';
import { marksOf } from '../address/marks.ts';
import { phrase } from '../i18n/phrase.ts';
import { Say, Text } from '../i18n/say.tsx';

/** No hostname is longer; each character gets a cell of its own. */
const LONGEST = 253;
/** Leaders point at this many differences; more would cover the names. */
const LEADERS = 1;

/** The two names like a drawing with dimension lines: what differs is boxed, and named with its code point. */
export function Names({ host, match }: { host: string; match: LookalikeMatch }) {
  const { stretches, comparable } = align(host.slice(0, LONGEST), match.target, marksOf(host, match));
  const differing = stretches.filter((one) => one.differs);
  const led = differing.slice(0, LEADERS);
  const at = cellBefore(stretches, led[0]);
  const size = host.length > 24 ? 'small' : host.length > 14 ? 'middle' : '';
  const led0 = led[0];
  return (
    <figure class={`names ${size}`} aria-hidden="true" style={{ '--at': `${at}` }}>
      {led0 === undefined || !comparable ? null : (
        <span class="lead">
          <span>
            <Text k="leader_here" what={named(led0.here)} />
          </span>
        </span>
      )}
      <Row stretches={stretches} side="here" />
      <span class="join" />
      {comparable ? (
        <Row stretches={stretches} side="known" />
      ) : (
        <bdi class="n" dir="ltr">
          {cells(match.target.slice(0, LONGEST))}
        </bdi>
      )}
      {led0 === undefined || !comparable ? null : (
        <span class="lead ref">
          <span>
            <Text k="leader_recorded" what={named(led0.known)} />
          </span>
        </span>
      )}
    </figure>
  );
}

function named(text: string) {
  if (text === '') return phrase('char_nothing');
  const code = codeOf(text);
  return code === '' ? characterName(text) : phrase('char_with_code', { name: characterName(text), code });
}

/** How many cells stand before the middle of a stretch. */
function cellBefore(stretches: readonly Stretch[], wanted: Stretch | undefined): number {
  let at = 0;
  for (const one of stretches) {
    const width = Math.max([...one.here].length, one.differs ? [...one.known].length : 0);
    if (one === wanted) return at + (width - 1) / 2;
    at += width;
  }
  return 0;
}

function Row({ stretches, side }: { stretches: readonly Stretch[]; side: 'here' | 'known' }) {
  return (
    <bdi class="n" dir="ltr">
      {stretches.map((one, index) => {
        if (!one.differs) return cells(one.here);
        const text = one[side];
        const other = side === 'here' ? one.known : one.here;
        const kind = text === '' ? 'diff gap' : side === 'here' ? 'diff' : 'diff ref';
        return (
          <span class={kind} key={`${index}`}>
            {text === '' ? [...other].map((_, at) => <i key={`${at}`} />) : cells(text)}
          </span>
        );
      })}
    </bdi>
  );
}

function cells(text: string): JSX.Element[] {
  return [...text].map((character, index) => <i key={`${index}`}>{displayable(character)}</i>);
}

/** What differs, for those who do not see the drawing. */
export function NamesInWords({ differences }: { differences: ReturnType<typeof phrase>[] }) {
  return (
    <ul class="sr">
      {differences.map((one, index) => (
        <li key={`${index}`}>
          <Say of={one} />
        </li>
      ))}
    </ul>
  );
}
