import type { JSX } from 'preact';
import type { Tier } from '../../utils/verdict/finding.ts';

type FlagSize = 's' | 'm' | 'l' | 'xl';

// Signal flags: Uniform (danger), Delta (caution), Papa (notice); an answering pennant at the dip: seen, not understood.
const CLOTH: Record<Tier, JSX.Element> = {
  danger: (
    <>
      <path d="M0 0h30v24H0z" class="cloth-white" />
      <path d="M0 0h15v12H0zM15 12h15v12H15z" class="cloth-red" />
    </>
  ),
  caution: (
    <>
      <path d="M0 0h30v24H0z" class="cloth-yellow" />
      <path d="M0 6h30v12H0z" class="cloth-blue" />
    </>
  ),
  notice: (
    <>
      <path d="M0 0h30v24H0z" class="cloth-blue" />
      <path d="M9 8h12v8H9z" class="cloth-white" />
    </>
  ),
  none: <path d="M0 0h30v24H0z" class="cloth-sheet" />,
  unknown: <path d="M0 1l30 8v6L0 23z" class="cloth-sheet" stroke-dasharray="3 2" />,
};

/** A tier's flag. Decoration: its word stands beside it, always. */
export function Flag({ tier, size = 's' }: { tier: Tier; size?: FlagSize }) {
  const hollow = tier === 'none' || tier === 'unknown';
  return (
    <svg
      class={`flag ${size}${hollow ? ' hollow' : ''}`}
      viewBox="0 0 30 24"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {CLOTH[tier]}
      {hollow ? null : <path d="M0 0h30v24H0z" class="hem" />}
    </svg>
  );
}

/** The mark: an ensign, dark canton and open field. */
export function Ensign({ size = 'm' }: { size?: FlagSize }) {
  return (
    <svg class={`flag ${size}`} viewBox="0 0 20 16" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 .5h19.5v15H0z" class="canvas" />
      <path d="M0 0h11v8.5H0z" class="cloth-ink" />
    </svg>
  );
}
