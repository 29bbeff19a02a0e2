import { defineCommand } from 'citty';

/** `ensign flags …` */
export const flags = defineCommand({
  meta: { name: 'flags', description: 'Check, gather, convert and study exported flags' },
  subCommands: {
    validate: () => import('./validate.ts').then((module) => module.validate),
    merge: () => import('./merge.ts').then((module) => module.merge),
    convert: () => import('./convert.ts').then((module) => module.convert),
    report: () => import('./report.ts').then((module) => module.report),
    detector: () => import('./detector.ts').then((module) => module.detector),
    replay: () => import('./replay.ts').then((module) => module.replay),
  },
});
