import { defineCommand } from 'citty';
import { expect, test } from 'vitest';
import { misuse } from '../../../cli/misuse.ts';

const command = defineCommand({
  args: {
    input: { type: 'positional', required: true },
    out: { type: 'string' },
    title: { type: 'boolean', default: true },
    format: { type: 'enum', options: ['csv', 'hosts'], required: true },
  },
});
const group = defineCommand({ subCommands: { command } });
const FORMAT = ['--format', 'csv'];

test.each<[string[], string | null]>([
  [['a', ...FORMAT], null],
  [['a', '--format=csv', '--no-title', '--out', 'b'], null],
  [['a', ...FORMAT, '--out', '-'], null],
  [['a', ...FORMAT, '--out=--b'], null],
  [['a', ...FORMAT, '--bogus'], 'Unknown option --bogus'],
  [['a', ...FORMAT, '-x'], 'Unknown option -x'],
  [['a', 'b', ...FORMAT], 'One word too many: b'],
  [['a', ...FORMAT, '--out', '--title'], '--out wants a value; where it is one: --out=--title'],
  [['a', ...FORMAT, '--out', '-b'], '--out wants a value; where it is one: --out=-b'],
  [['a', ...FORMAT, '--out'], '--out wants a value'],
  [['a'], 'Missing required argument: --format (csv, hosts)'],
])('of a command: %j => %s', async (args, wrong) => {
  expect(await misuse(command, args)).toBe(wrong);
});

test.each<[string[], string | null]>([
  [[], null],
  [['--bogus', 'command'], 'Unknown option --bogus'],
  [['constructor'], 'Unknown command constructor'],
])('of a group of commands: %j => %s', async (args, wrong) => {
  expect(await misuse(group, args)).toBe(wrong);
});
