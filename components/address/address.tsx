import { displayable } from './displayable.ts';

/** A host or domain: monospace, isolated from the direction of the text around it, never a link. */
export function Address({ text }: { text: string }) {
  return (
    <bdi class="mono" dir="ltr">
      {displayable(text)}
    </bdi>
  );
}
