import { Text } from '../i18n/say.tsx';
import { ListFacts } from './list-facts.tsx';
import { ListFiles } from './list-files.tsx';
import { ListNotes } from './list-notes.tsx';
import { ListSource } from './list-source.tsx';
import { ListUpdate } from './list-update.tsx';
import { ListVersions } from './list-versions.tsx';
import type { SectionProps } from './setting.tsx';

/** Which list is in use, where it comes from, how the last try went, and what can be done about it. */
export function ListSection({ model, port, onChange }: SectionProps) {
  const { list } = model;
  const given = list && { list, port: port.list, onChange };
  return (
    <section id="list">
      <h2>
        <Text k="options_list" />
      </h2>
      {given === null ? (
        <p class="problem" role="alert">
          <Text k="options_list_failed" />
        </p>
      ) : (
        <>
          <ListNotes list={given.list} />
          <ListFacts list={given.list} />
          <ListUpdate {...given} />
          <ListSource {...given} />
          <ListVersions {...given} />
          <ListFiles {...given} />
        </>
      )}
    </section>
  );
}
