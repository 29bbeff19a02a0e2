import { displayable } from './displayable.ts';

/** An address as short and plain as this stays on one line: a browser would else break it at its hyphens. */
const WHOLE = /^[!-~]{1,28}$/;

/** A host or domain: monospace, isolated from the direction of the text around it, never a link. */
export function Address({ text }: { text: string }) {
  return (
    <bdi class={WHOLE.test(text) ? 'mono whole' : 'mono'} dir="ltr">
      {displayable(text)}
    </bdi>
  );
}
