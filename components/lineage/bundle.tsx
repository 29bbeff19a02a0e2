import { arrowX, numbersOf } from './bundles.ts';
import type { Arrow } from './links.ts';
import { middle, type TimeScale } from './time-scale.ts';

/** Arrows on one stem, clear of the lanes that they cross, with the numbers of their sources. */
export function Bundle({ arrows, scale }: { arrows: Arrow[]; scale: TimeScale }) {
  const [first] = arrows;
  if (first === undefined) return null;
  const x = arrowX(first, scale);
  const down = first.toLane > first.fromLane ? 1 : -1;
  const label = middle(first.fromLane) + 19 * down;
  const text = numbersOf(arrows.map((arrow) => arrow.link.number));
  const half = Math.max(8, text.length * 3.4 + 4);
  return (
    <g>
      {arrows.map((arrow) => (
        <Halo arrow={arrow} x={x} key={arrow.link.number} />
      ))}
      {arrows.map((arrow) => (
        <ArrowLine arrow={arrow} x={x} key={arrow.link.number} />
      ))}
      <g class="src">
        <rect x={x - half} y={label - 8} width={half * 2} height="16" rx="8" />
        <text x={x} y={label + 4}>
          {text}
        </text>
      </g>
    </g>
  );
}

/** Where an arrow begins and ends, clear of both lanes. */
function reach(arrow: Arrow): { from: number; to: number; down: 1 | -1 } {
  const down = arrow.toLane > arrow.fromLane ? 1 : -1;
  return { from: middle(arrow.fromLane) + 4 * down, to: middle(arrow.toLane) - 5 * down, down };
}

function Halo({ arrow, x }: { arrow: Arrow; x: number }) {
  const { from, to, down } = reach(arrow);
  return <path class="halo" d={`M${x} ${from}V${to - 3 * down}`} />;
}

function ArrowLine({ arrow, x }: { arrow: Arrow; x: number }) {
  const { kind } = arrow.link;
  const { from, to } = reach(arrow);
  const style = kind === 'candidate' ? ' cand' : kind === 'renaming' || kind === 'successor' ? '' : ' thin';
  return <path class={`arr${style}`} d={`M${x} ${from}V${to}`} marker-end="url(#arrowhead)" />;
}
