import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { say } from './say.mjs';
import { SetupError, step } from './step.mjs';

/** First version that runs TypeScript files without a flag. */
const ENOUGH = [22, 18];

/**
 * Path of the Node that runs this project's tools: the devDependency `node`, whose program is fetched by an
 * install script. Script policies of npm (`ignore-scripts`, `allowScripts`) may have left it out;
 * then the script is run here, by name. A Node that is new enough already serves where that fails.
 */
export async function prepareNode(root) {
  const folder = join(root, 'node_modules', 'node');
  const program = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (answers(program, pinned(folder))) return program;
  try {
    await step('Fetching the Node this project pins', [process.execPath, 'installArchSpecificPackage.js'], {
      cwd: folder,
      quiet: true,
    });
  } catch (error) {
    if (!(error instanceof SetupError) || !newEnough(process.versions.node)) throw error;
    say(`${error.message}\nGoing on with Node ${process.versions.node}.`);
    return process.execPath;
  }
  if (answers(program, pinned(folder))) return linked(root, program);
  if (newEnough(process.versions.node)) return process.execPath;
  throw new SetupError(`No usable Node at ${program}. Install Node ${ENOUGH.join('.')} or newer.`);
}

/** Generates .wxt/ (types, tsconfig), which `npm ci` does unless scripts are switched off. */
export async function prepareTypes(root, node) {
  if (existsSync(join(root, '.wxt', 'tsconfig.json'))) return;
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  await step('Preparing types', [node, wxt, 'prepare'], {
    cwd: root,
    env: environment(root, node),
    quiet: true,
  });
}

/** The environment in which `node` and the project's tools are found first. */
function environment(root, node) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path };
}

/** Goes on with `script` under `node` in the root and ends as it ends. Resolves to the exit code. */
export function continueUnder(node, script, args, root) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    env: environment(root, node),
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

function pinned(folder) {
  return `v${JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version}`;
}

function answers(program, version) {
  return (
    existsSync(program) && spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.trim() === version
  );
}

/** npm leaves out the link to a program that was not there when it installed; scripts find it by that link. */
function linked(root, program) {
  const link = join(root, 'node_modules', '.bin', 'node');
  if (process.platform !== 'win32' && !existsSync(link)) symlinkSync(join('..', 'node', 'bin', 'node'), link);
  return program;
}

function newEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > ENOUGH[0] || (major === ENOUGH[0] && minor >= ENOUGH[1]);
}
