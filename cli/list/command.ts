import { defineCommand } from 'citty';

/** `ensign list …` */
export const list = defineCommand({
  meta: { name: 'list', description: 'Build, check, compare and publish the list of recorded addresses' },
  subCommands: {
    build: () => import('./build.ts').then((module) => module.build),
    diff: () => import('./diff.ts').then((module) => module.diff),
    review: () => import('./review.ts').then((module) => module.review),
  },
});
