import { prepareAndRun } from './setup/prepare.mjs';

const args = process.argv.slice(2);
const only = args.find((arg) => arg.startsWith('--only='))?.slice(7) ?? args[args.indexOf('--only') + 1];
const whole = !args.some((arg) => arg.startsWith('--only'));

const ready = await prepareAndRun('cli/tasks/test/run.ts', args, {
  browsers: whole || only?.split(',').includes('e2e') === true,
});
if (!ready) console.log('0 passed, 1 failed');
