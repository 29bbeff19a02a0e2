import { Ensign } from '../drawing/flag.tsx';
import { Text } from '../i18n/say.tsx';
import type { ListBrief } from '../models/list.ts';

/** The name, and the list that is in use once it is known. */
export function Head({ list }: { list: ListBrief | null }) {
  return (
    <header class="head">
      <span class="name">
        <Ensign />
        <Text k="app_name" />
      </span>
      {list === null ? null : (
        <span class="label num">
          <Text k="list_brief" version={`${list.version}`} date={{ date: list.issued }} />
        </span>
      )}
    </header>
  );
}
