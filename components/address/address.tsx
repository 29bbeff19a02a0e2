import { displayable } from './displayable.ts';

/** An address as short as this stays on one line: a browser would else break it at its hyphens. */
const WHOLE = 28;

/** A host or domain: monospace, isolated from the direction of the text around it, never a link. */
export function Address({ text }: { text: string }) {
  return (
    <bdi class={text.length > WHOLE ? 'mono' : 'mono whole'} dir="ltr">
      {displayable(text)}
    </bdi>
  );
}
