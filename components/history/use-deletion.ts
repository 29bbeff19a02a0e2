import { useRef, useState } from 'preact/hooks';
import type { MessageKey } from '../i18n/messages.ts';
import type { DeleteReceipt, FlagSelection } from '../models/flag.ts';
import type { HistoryPort } from '../models/history.ts';

export interface Deletion {
  /** The last deletion that took anything, as long as it can be undone. */
  receipt: DeleteReceipt | null;
  said: MessageKey | null;
  say(key: MessageKey): void;
  /** A deletion or restoring is on its way; others asked for meanwhile are passed over. */
  isBusy: boolean;
  remove(selection: FlagSelection): Promise<void>;
  restore(): Promise<void>;
}

/** Deletes flags and brings them back, one at a time. `onDone` is called after each answer, not after a failure. */
export function useDeletion(port: HistoryPort, onDone: (what: 'removed' | 'restored') => void): Deletion {
  const [receipt, setReceipt] = useState<DeleteReceipt | null>(null);
  const [said, setSaid] = useState<MessageKey | null>(null);
  const busy = useRef(false);

  const alone = async (saying: 'deleting' | 'restoring', act: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    setSaid(saying);
    try {
      await act();
    } catch (cause) {
      console.error('history: flags could not be deleted or restored', cause);
      // What could be undone before still can.
      setReceipt(receipt);
      setSaid('no_answer');
    } finally {
      busy.current = false;
    }
  };

  return {
    receipt,
    said,
    say: (key) => {
      if (!busy.current) setSaid(key);
    },
    isBusy: said === 'deleting' || said === 'restoring',
    remove: (selection) =>
      alone('deleting', async () => {
        const answer = await port.remove(selection);
        // Nothing deleted, nothing to undo: what was deleted before still can be.
        if (answer.deleted > 0) setReceipt(answer);
        setSaid(null);
        onDone('removed');
      }),
    restore: async () => {
      if (receipt === null) return;
      await alone('restoring', async () => {
        setReceipt(null);
        const restored = await port.restore(receipt.undo);
        setSaid(restored > 0 ? 'restored' : 'not_done');
        onDone('restored');
      });
    },
  };
}
