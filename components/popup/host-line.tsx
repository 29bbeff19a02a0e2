import { displayable } from '../address/displayable.ts';

/** Longer hosts are set smaller, to stand on one line of the popup. */
const LONG = 14;

/** The host as the popup's heading, with its ASCII form below where the two differ. */
export function HostLine({ text, ascii = text }: { text: string; ascii?: string }) {
  return (
    <>
      <h1 class={text.length > LONG ? 'host long' : 'host'}>
        <bdi dir="ltr">{displayable(text)}</bdi>
      </h1>
      {ascii === text ? null : (
        <p class="ascii mono">
          <bdi dir="ltr">{displayable(ascii)}</bdi>
        </p>
      )}
    </>
  );
}
