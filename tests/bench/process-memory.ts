import { readdirSync, readFileSync } from 'node:fs';

/**
 * Proportional set size, in bytes, of all processes of the browser that runs on a profile: shared pages are
 * counted once. Linux alone: 0 where /proc does not tell.
 */
export function browserMemory(profile: string): number {
  return [...processesOf(profile)].reduce((sum, pid) => sum + proportional(pid), 0);
}

/** The same of the processes alone that run extensions, of Chromium. */
export function extensionMemory(profile: string): number {
  const own = [...processesOf(profile)].filter((pid) =>
    read(`/proc/${pid}/cmdline`).includes('--extension-process'),
  );
  return own.reduce((sum, pid) => sum + proportional(pid), 0);
}

function processesOf(profile: string): Set<number> {
  const parents = new Map<number, number>();
  const roots: number[] = [];
  for (const name of numbered()) {
    const stat = read(`/proc/${name}/stat`);
    // The name in brackets may hold anything, spaces too: what counts comes after it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(Number(name), parent);
    if (read(`/proc/${name}/cmdline`).includes(profile)) roots.push(Number(name));
  }
  const ours = new Set(roots);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [pid, parent] of parents) {
      if (ours.has(pid) || !ours.has(parent)) continue;
      ours.add(pid);
      grew = true;
    }
  }
  return ours;
}

function numbered(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function proportional(pid: number): number {
  const found = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`));
  return Number(found?.[1] ?? 0) * 1024;
}

/** A process may end between being listed and being read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
