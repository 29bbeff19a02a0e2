import { prepareAndRun } from './setup/prepare.mjs';

const ready = await prepareAndRun('cli/tasks/test/run.ts', process.argv.slice(2));
if (!ready) console.log('0 passed, 1 failed');
