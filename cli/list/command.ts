import { defineCommand } from 'citty';

/** `ensign list …` */
export const list = defineCommand({
  meta: { name: 'list', description: 'Build, check, compare and publish the list of recorded addresses' },
  subCommands: {
    build: () => import('./build.ts').then((module) => module.build),
    diff: () => import('./diff.ts').then((module) => module.diff),
    import: () => import('./import.ts').then((module) => module.importReports),
    key: () => import('./key.ts').then((module) => module.key),
    lineage: () => import('./lineage/command.ts').then((module) => module.lineage),
    propose: () => import('./propose/command.ts').then((module) => module.proposeChanges),
    publish: () => import('./publish.ts').then((module) => module.publish),
    review: () => import('./review.ts').then((module) => module.review),
    serve: () => import('./serve.ts').then((module) => module.serve),
    sign: () => import('./sign.ts').then((module) => module.sign),
    verify: () => import('./verify.ts').then((module) => module.verify),
  },
});
