import type { Story, StoryName } from './story.ts';

/** A lineage for the terminal: its names with what is recorded of each, then how they follow each other. */
export function drawInTerminal({ id, name, names, edges }: Story): string {
  const width = Math.max(0, ...names.map((one) => one.name.length));
  const lines = [`${name} (${id})`, ''];
  for (const one of names) lines.push(`  ${mark(one)} ${one.name.padEnd(width)}  ${described(one)}`);
  if (edges.length > 0) lines.push('');
  for (const { from, to, kind, year, confidence } of edges) {
    const doubt = confidence ? ` (${confidence})` : '';
    lines.push(`  ${year ?? '    '}  ${from} ──${kind}${doubt}──▶ ${to}`);
  }
  return `${lines.join('\n')}\n`;
}

/** ● present, ○ former, ◌ unproven, · somebody else's. */
function mark({ row }: StoryName): string {
  if (row === null) return '·';
  if (row.confidence !== undefined) return '◌';
  return row.role === 'former' ? '○' : '●';
}

function described({ row, others }: StoryName): string {
  const also = others.length > 0 ? `also ${others.join(', ')}` : '';
  if (row === null) return others.length > 0 ? `of ${others.join(', ')}` : 'in no record';
  const { role, from, until, last_seen_live: live, domain_status: status, confidence } = row;
  const dates = from || until ? `${from ?? '…'}–${until ?? ''}` : live ? `seen ${live}` : '';
  return [role, dates, confidence ?? '', status ? `${status.state} ${status.checked}` : '', also]
    .filter((part) => part !== '')
    .join(', ');
}
