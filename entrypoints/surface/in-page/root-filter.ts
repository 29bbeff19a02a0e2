/** A number or percentage of each function that leaves text readable; what is not named hides. */
const READABLE: Record<string, (amount: number) => boolean> = {
  brightness: (amount) => amount > 0.5 && amount < 2,
  contrast: (amount) => amount > 0.5,
  invert: (amount) => amount < 0.2 || amount > 0.8,
  opacity: (amount) => amount > 0.5,
  grayscale: () => true,
  sepia: () => true,
  saturate: () => true,
  'hue-rotate': () => true,
};

/**
 * Whether a filter on the page's root, which Firefox lays over the top layer too, makes text unreadable.
 * 'invert(0.9) hue-rotate(180deg)' (a dark mode) => false; 'opacity(0)', 'brightness(10)', 'blur(9px)' => true.
 * @param filter as computed: amounts are numbers or percentages
 */
export function hides(filter: string): boolean {
  if (filter === 'none') return false;
  for (const [, name = '', amount = ''] of filter.matchAll(/([a-z-]+)\(([^)]*)\)/g)) {
    const value = Number.parseFloat(amount) / (amount.includes('%') ? 100 : 1);
    if (!READABLE[name]?.(value)) return true;
  }
  return false;
}
