import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Choices } from './choices.tsx';
import type { ExportPort, PreviewRow } from './port.ts';

/**
 * The rows as the choices make them; an answer that comes late, for choices no longer held, is dropped. `total` is
 * null until those whom the export is for, a study or oneself, have theirs.
 */
export function usePreview(port: ExportPort, { options }: Choices, limit: number) {
  const [rows, setRows] = useState<PreviewRow[]>([]);
  const [total, setTotal] = useState<number | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => setTotal(null), [options.study]);
  useEffect(() => {
    let wanted = true;
    Promise.all([port.preview(options, limit), port.count(options)]).then(
      ([read, count]) => {
        if (!wanted) return;
        setRows(read);
        setTotal(count);
        setFailed(null);
      },
      (cause: Error) => {
        console.error('export: the history could not be read', cause);
        if (wanted) setFailed(cause);
      },
    );
    return () => {
      wanted = false;
    };
  }, [port, options, limit, turn]);
  return { rows, total, failed, reload: useCallback(() => setTurn((now) => now + 1), []) };
}
