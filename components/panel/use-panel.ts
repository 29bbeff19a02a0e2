import { useRef, useState } from 'preact/hooks';

interface OpenPanel<Name> {
  /** The one that is open; null for none. */
  panel: Name | null;
  /** What pressing a button does: opens its panel, or closes it. */
  toggle(name: Name): (event: { currentTarget: HTMLElement }) => void;
  /** Closes it from within: the keyboard goes back to the button that opened it. */
  close(): void;
}

/** Of several panels, each beside the button that opens it, the one that is open. */
export function usePanel<Name extends string>(): OpenPanel<Name> {
  const [panel, setPanel] = useState<Name | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  return {
    panel,
    toggle: (name) => (event) => {
      opener.current = event.currentTarget;
      setPanel(panel === name ? null : name);
    },
    close: () => {
      setPanel(null);
      opener.current?.focus();
    },
  };
}
