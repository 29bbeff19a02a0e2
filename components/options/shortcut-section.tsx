import type { MessageKey } from '../i18n/messages.ts';
import { Text } from '../i18n/say.tsx';
import type { SectionProps } from './setting.tsx';

/** Commands of the manifest. */
const COMMANDS: Record<string, MessageKey> = {
  _execute_action: 'command_popup',
  'open-history': 'command_history',
  'pause-recording': 'command_pause',
};

/** Keyboard commands with the keys in force. */
export function ShortcutSection({ model, port }: Pick<SectionProps, 'model' | 'port'>) {
  const known = model.shortcuts.flatMap(({ id, keys }) => {
    const key = COMMANDS[id];
    return key === undefined ? [] : [{ key, keys }];
  });
  return (
    <section id="shortcuts">
      <h2>
        <Text k="options_shortcuts" />
      </h2>
      {known.map(({ key, keys }) => (
        <div class="set" key={key}>
          <h3>
            <Text k={key} />
          </h3>
          <p>
            {keys === '' ? <Text k="none_set" /> : keys.split('+').map((one) => <kbd key={one}>{one}</kbd>)}
          </p>
        </div>
      ))}
      {port.openShortcuts === undefined ? null : (
        <div class="row">
          <button type="button" class="btn" onClick={() => port.openShortcuts?.()}>
            <Text k="change_shortcuts" />
          </button>
        </div>
      )}
    </section>
  );
}
