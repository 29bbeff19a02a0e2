import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preparePackages } from './packages.mjs';
import { continueUnder, prepareNode, prepareTypes } from './project-node.mjs';
import { say } from './say.mjs';
import { SetupError } from './step.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/**
 * Brings in what `script` (relative to the root) needs and goes on with it under the project's own Node.
 * Everything up to there runs on a bare Node 20, so these files import nothing that is installed.
 * Resolves to false, having said why, when the set-up failed; `process.exitCode` is set either way.
 */
export async function prepareAndRun(script, args) {
  try {
    await preparePackages(ROOT);
    const node = await prepareNode(ROOT);
    await prepareTypes(ROOT, node);
    process.exitCode = await continueUnder(node, join(ROOT, script), args, ROOT);
    return true;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
    return false;
  }
}
