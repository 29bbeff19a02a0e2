import type { Format } from '../../utils/export/formats.ts';
import type { OpenedExport } from '../../utils/export/opened-export.ts';
import { readAccount } from '../../utils/export/read-account.ts';
import { NOT_IN_STIX } from '../../utils/export/stix-objects.ts';

/** What the export holds and the format has no place for, one line each; empty where everything goes along. */
export async function leftBehind(opened: OpenedExport, format: Format): Promise<string[]> {
  if (format === 'data-package') return [];
  const beside = await besideFlags(opened);
  return [
    ...(beside.length > 0 ? [`${format} holds flags alone; left behind: ${beside.join(', ')}`] : []),
    ...(format === 'stix' ? [`stix has no place for: ${NOT_IN_STIX.join(', ')}`] : []),
  ];
}

/** 'consent', '2 of daily': what a package holds apart from its flags. */
async function besideFlags(opened: OpenedExport): Promise<string[]> {
  if (opened.account === null) return [];
  const { consent, answers } = readAccount(opened.account);
  const counted: [number, string][] = [
    [(await opened.daily()).length, 'of daily'],
    [(await opened.coverage()).length, 'of coverage'],
    [(await opened.edges()).length, 'of edges'],
    [(await opened.records()).length, 'of list records'],
    [answers.length, 'of answers'],
  ];
  return [
    'options and versions',
    ...(consent === null ? [] : ['consent']),
    ...counted.filter(([rows]) => rows > 0).map(([rows, what]) => `${rows} ${what}`),
  ];
}
