import type { Clock } from './slice.ts';

/** Rest after which the frames are taken as the browser has told of them: a hidden tab tells nothing. */
const PATIENCE_MS = 300;

/**
 * The frames on the first screen, without having the page laid out for it: the browser reports them with its
 * next frame. Where it reports nothing (a hidden tab), the first frame of the document stands for them.
 */
export function framesOnScreen(
  frames: HTMLIFrameElement[],
  clock: Clock,
  tell: (shown: ReadonlySet<Element>) => void,
): () => void {
  const shown = new Set<Element>();
  let told = false;
  const finish = (reported: boolean): void => {
    if (told) return;
    told = true;
    observer.disconnect();
    cancel();
    tell(reported ? shown : new Set(frames.slice(0, 1)));
  };
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) shown.add(target);
    finish(true);
  });
  const cancel = clock.after(PATIENCE_MS, () => finish(false));
  for (const frame of frames) observer.observe(frame);
  return () => {
    told = true;
    observer.disconnect();
    cancel();
  };
}
