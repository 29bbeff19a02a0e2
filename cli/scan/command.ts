import { defineCommand } from 'citty';
import { listedExchanges } from '../list/read-records.ts';

/** `ensign scan …` */
export const scan = defineCommand({
  meta: { name: 'scan', description: 'Judge hosts and pages as the extension would' },
  subCommands: {
    hosts: () => import('./hosts.ts').then((module) => module.hosts),
    pages: () => import('./pages.ts').then(({ scanPagesCommand }) => scanPagesCommand(listedExchanges)),
  },
});
