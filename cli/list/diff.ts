import { defineCommand } from 'citty';
import { compareLists, type ListChange } from '../../utils/list/compare-lists.ts';
import { counted } from '../counted.ts';
import { readListFrom } from './read-snapshot.ts';

/** `ensign list diff A B` */
export const diff = defineCommand({
  meta: { name: 'diff', description: 'Say what changed between two lists (snapshots or folders of records)' },
  args: {
    before: { type: 'positional', description: 'The earlier list', required: true },
    after: { type: 'positional', description: 'The later list', required: true },
  },
  async run({ args }) {
    const [before, after] = [await readListFrom(args.before), await readListFrom(args.after)];
    const changes = compareLists(before, after);
    process.stdout.write(changes.map((change) => `${describe(change)}\n`).join(''));
    const versions =
      before.version === after.version
        ? `version ${after.version}`
        : `version ${before.version} → ${after.version}`;
    process.stderr.write(`${versions}: ${counted(changes.length, 'change')}\n`);
  },
});

/** '+ name okx.example  okx, mirror'; '> name yunbi.com  bigone → yunbi' */
function describe(change: ListChange): string {
  switch (change.kind) {
    case 'exchange added':
      return `+ exchange ${change.exchange}`;
    case 'exchange removed':
      return `- exchange ${change.exchange}`;
    case 'exchange changed':
      return `~ exchange ${change.exchange}  ${change.fields.join(', ')}`;
    case 'name added':
      return `+ name ${change.name}  ${change.exchange}, ${change.role}`;
    case 'name removed':
      return `- name ${change.name}  ${change.exchange}, ${change.role}`;
    case 'name changed':
      return `~ name ${change.name}  ${change.exchange}: ${change.fields.join(', ')}`;
    case 'name moved':
      return `> name ${change.name}  ${change.from} → ${change.to}`;
    case 'report added':
      return `+ report ${change.name}  ${change.exchange}`;
    case 'report removed':
      return `- report ${change.name}  ${change.exchange}`;
    case 'report changed':
      return `~ report ${change.name}  ${change.exchange}`;
  }
}
