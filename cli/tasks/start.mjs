import { prepareAndRun } from './setup/prepare.mjs';

await prepareAndRun('cli/tasks/start/run.ts', process.argv.slice(2));
