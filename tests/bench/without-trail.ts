import type { Plugin } from 'vite';

/** What a reading of any page does for the trail alone: analytics accounts, and hosts that scripts and styles come from. */
const FOR_THE_TRAIL: Record<string, string[]> = {
  'utils/page/gather.ts': ['noteAccount(this.signals, host, href);'],
  'utils/page/files.ts': [
    'if (builtOn.length < LIMITS.builtOn && !builtOn.includes(host)) builtOn.push(host);',
    'noteAccount(signals, host, address);',
  ],
};

/**
 * Builds the same modules without what they do for the trail.
 * @throws when a part is no longer where it was: the bench would compare the code with itself.
 */
export function withoutTrail(): Plugin {
  return {
    name: 'without-trail',
    enforce: 'pre',
    transform(code, id) {
      const parts = Object.entries(FOR_THE_TRAIL).find(([path]) => id.endsWith(`/${path}`))?.[1];
      return parts?.reduce((rest, part) => {
        if (!rest.includes(part)) throw new Error(`${id} has no longer: ${part}`);
        return rest.replace(part, '');
      }, code);
    },
  };
}
