import { pinnedList } from '../../utils/study/enrolment-store.ts';
import { engine } from './engine.ts';

/** Whether a study taken part in holds the list in use: it is then not asked for by itself, only by hand. */
export async function listIsPinned(): Promise<boolean> {
  const pinned = await pinnedList();
  return pinned !== null && (await engine()).sha256 === pinned;
}
