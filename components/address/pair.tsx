import type { LookalikeMatch } from '../../utils/lookalike/match.ts';
import { Text } from '../i18n/say.tsx';
import { align } from './alignment.ts';
import { displayable } from './displayable.ts';
import { marksOf } from './marks.ts';

/** A host with the stretches that differ boxed. Same weight and size throughout: more would falsify the comparison. */
export function MarkedHost({ host, match }: { host: string; match: LookalikeMatch }) {
  const { stretches } = align(host, match.target, marksOf(host, match));
  return (
    <bdi class="host" dir="ltr">
      {stretches.map((one, index) =>
        one.differs && one.here !== '' ? (
          <span class="diff" key={`${index}`}>
            {displayable(one.here)}
          </span>
        ) : (
          displayable(one.here)
        ),
      )}
    </bdi>
  );
}

/** Longer hosts are set smaller; the longest do not fit a line, where nothing could stand above its counterpart. */
const LARGE = 14;
const LINE = 24;

/** The two names, one above the other. Drawing alone: the sentence that it illustrates is read instead. */
export function Pair({ host, match }: { host: string; match: LookalikeMatch }) {
  const { stretches, comparable } = align(host, match.target, marksOf(host, match));
  const size = host.length > LINE ? 'small' : host.length > LARGE ? 'middle' : '';
  const drawn = comparable && host.length <= LINE;
  return (
    <div class={`pair ${size}`} aria-hidden="true">
      <span class="label">
        <Text k="pair_here" />
      </span>
      <span>
        <MarkedHost host={host} match={match} />
      </span>
      <span class="label">
        <Text k="pair_recorded" />
      </span>
      <span>
        <bdi class="host" dir="ltr">
          {drawn
            ? stretches.map((one, index) =>
                one.differs ? (
                  <span class={one.known === '' ? 'diff gap' : 'diff ref'} key={`${index}`}>
                    {displayable(one.known === '' ? one.here : one.known)}
                  </span>
                ) : (
                  displayable(one.known)
                ),
              )
            : displayable(match.target)}
        </bdi>
      </span>
    </div>
  );
}
