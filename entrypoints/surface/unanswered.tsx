import { useEffect, useState } from 'preact/hooks';
import { Text } from '../../components/i18n/say.tsx';
import { MessageError } from '../../utils/messaging/message-error.ts';

/** Says that a press came to nothing where no place of its own says so; gone at the next press. */
export function Unanswered() {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const say = (event: PromiseRejectionEvent) => {
      if (!(event.reason instanceof MessageError)) return;
      event.preventDefault();
      console.error('not done:', event.reason);
      setFailed(true);
    };
    const clear = () => setFailed(false);
    addEventListener('unhandledrejection', say);
    addEventListener('click', clear, true);
    return () => {
      removeEventListener('unhandledrejection', say);
      removeEventListener('click', clear, true);
    };
  }, []);
  return failed ? (
    <p class="problem unanswered" role="alert">
      <Text k="no_answer" />
    </p>
  ) : null;
}
