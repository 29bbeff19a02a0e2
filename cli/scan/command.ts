import { defineCommand } from 'citty';

/** `ensign scan …` */
export const scan = defineCommand({
  meta: { name: 'scan', description: 'Judge hosts as the extension would' },
  subCommands: {
    hosts: () => import('./hosts.ts').then((module) => module.hosts),
  },
});
