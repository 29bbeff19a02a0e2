import { outputFault } from './output-fault.ts';
import { run } from './run.ts';

const unwritten = outputFault(process.stdout, (words) => {
  process.stderr.write(`${words}\n`);
  process.exitCode = 2;
});
// What cannot be said on stderr can be said nowhere.
process.stderr.on('error', () => undefined);
const code = await run(process.argv.slice(2), unwritten);
process.exitCode ||= code;
