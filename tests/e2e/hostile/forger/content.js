const api = globalThis.browser ?? globalThis.chrome;

/** The page asks by an attribute, since it shares nothing else with this script. */
const asked = JSON.parse(document.documentElement.dataset.asked);
Promise.resolve(api.runtime.sendMessage(asked)).then((replies) => {
  document.documentElement.dataset.replies = JSON.stringify(replies);
});
