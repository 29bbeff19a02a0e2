import { defineCommand } from 'citty';
import { listedExchanges } from '../list/read-records.ts';

/** `ensign eval …` */
export const evaluate = defineCommand({
  meta: { name: 'eval', description: 'Measure the engine on labelled sets' },
  subCommands: {
    hosts: () => import('./hosts-command.ts').then((module) => module.evalHosts),
    pages: () => import('./pages.ts').then(({ evalPagesCommand }) => evalPagesCommand(listedExchanges)),
  },
});
