import { useMemo, useState } from 'preact/hooks';
import { Text } from '../i18n/say.tsx';
import type { ListPort } from '../models/list.ts';
import { ListFacts } from './list-facts.tsx';
import { ListFiles } from './list-files.tsx';
import { ListNotes } from './list-notes.tsx';
import { ListSource } from './list-source.tsx';
import { ListUpdate } from './list-update.tsx';
import { ListVersions } from './list-versions.tsx';
import type { SectionProps } from './setting.tsx';

/** Which list is in use, where it comes from, how the last try went, and what can be done about it. */
export function ListSection({ model, port, onChange }: SectionProps) {
  const [failed, setFailed] = useState(false);
  const asked = useMemo(() => observed(port.list, setFailed), [port.list]);
  const given = { list: model.list, port: asked, onChange };
  return (
    <section id="list">
      <h2>
        <Text k="options_list" />
      </h2>
      {failed ? (
        <p class="problem" role="alert">
          <Text k="no_answer" />
        </p>
      ) : null}
      <ListNotes list={model.list} />
      <ListFacts list={model.list} />
      <ListUpdate {...given} />
      <ListSource {...given} />
      <ListVersions {...given} />
      <ListFiles {...given} />
    </section>
  );
}

/** The same port, telling of each question whether it went unanswered. */
function observed(port: ListPort, tell: (failed: boolean) => void): ListPort {
  const watch = async <Answer,>(answer: Promise<Answer>): Promise<Answer> => {
    try {
      const given = await answer;
      tell(false);
      return given;
    } catch (cause) {
      tell(true);
      throw cause;
    }
  };
  return {
    update: () => watch(port.update()),
    use: (sha256) => watch(port.use(sha256)),
    setSource: (change) => watch(port.setSource(change)),
    takeFiles: (files) => watch(port.takeFiles(files)),
  };
}
