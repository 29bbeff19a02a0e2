import type { Strip } from './strips.ts';

/** Tallest bar, in pixels; the rest of a strip is air. */
const TALLEST = 26;

/** Bars of a strip, a day each `step` wide, standing on `base`. */
export function bars(strip: Strip, step: number, base: number): string {
  const width = Math.max(step * 0.7, 0.8).toFixed(2);
  return strip.values
    .map((value, index) => {
      if (value === 0) return '';
      const tall = ((value / strip.most) * TALLEST).toFixed(1);
      return `M${(index * step + step * 0.15).toFixed(2)} ${base}v-${tall}h${width}v${tall}z`;
    })
    .join('');
}

/** A line that is level for each day. */
export function steps(strip: Strip, step: number, base: number): string {
  const most = Math.max(strip.most, 1);
  return strip.values
    .map((value, index) => {
      const y = (base - (value / most) * TALLEST).toFixed(1);
      return `${index === 0 ? 'M0' : `L${(index * step).toFixed(1)}`} ${y}H${((index + 1) * step).toFixed(1)}`;
    })
    .join('');
}
