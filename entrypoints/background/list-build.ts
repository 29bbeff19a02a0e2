import version from '../../assets/list/version.json' with { type: 'json' };
import { type ListBuild, listBuild } from '../../utils/sync/list-source.ts';

declare const __ENSIGN_LIST_URL__: string;
declare const __ENSIGN_LIST_KEYS__: string;

/** Address and keys that the extension was built with (cli/list/host.json). */
export const LIST_BUILD: ListBuild = listBuild(__ENSIGN_LIST_URL__, __ENSIGN_LIST_KEYS__);

/** Version of the list that ships with the extension, known without reading it. */
export const BUNDLED_VERSION: number = version.version;
