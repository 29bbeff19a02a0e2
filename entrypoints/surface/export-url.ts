import type { FlagSelection } from '../../components/models/flag.ts';

/** Stands in the address where single flags were ticked: too many for an address, they go by the tab's storage. */
export const TICKED = 'ticked';

/** Address of the export page for what the history page chose; null for everything. */
export function exportUrl(selection: FlagSelection | null): string {
  if (selection === null) return '/export.html';
  if ('filter' in selection) {
    return `/export.html#${encodeURIComponent(JSON.stringify(selection.filter))}`;
  }
  sessionStorage.setItem(TICKED, JSON.stringify(selection.ids));
  return `/export.html#${TICKED}`;
}
