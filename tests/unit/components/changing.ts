interface Followed {
  onChange(listener: () => void): () => void;
}

/** A port whose surface is told of a change when `change` is called. */
export function changing<Port extends Followed>(port: Port): { port: Port; change: () => void } {
  const listeners: (() => void)[] = [];
  const onChange = (listener: () => void) => {
    listeners.push(listener);
    return () => undefined;
  };
  const change = () => {
    for (const listener of listeners) listener();
  };
  return { port: { ...port, onChange }, change };
}
