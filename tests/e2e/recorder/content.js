// Tells of a click or a key in the page, so that what follows is not taken for the page's own doing.
const api = globalThis.browser ?? globalThis.chrome;
for (const type of ['pointerdown', 'keydown']) {
  addEventListener(
    type,
    (event) => event.isTrusted && api.runtime.sendMessage({ gesture: Date.now() }),
    true,
  );
}
