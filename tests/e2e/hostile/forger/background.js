const api = globalThis.browser ?? globalThis.chrome;

/** Sends another extension each message, and tells what came back. */
async function forge({ target, messages }) {
  const replies = [];
  for (const message of messages) {
    try {
      replies.push({ kind: message.kind, reply: (await api.runtime.sendMessage(target, message)) ?? null });
    } catch (error) {
      replies.push({ kind: message.kind, error: String(error) });
    }
  }
  try {
    const port = api.runtime.connect(target);
    const answered = await new Promise((done) => {
      port.onMessage.addListener(() => done(true));
      port.onDisconnect.addListener(() => done(false));
      port.postMessage(messages[0]);
      setTimeout(() => done(false), 1000);
    });
    replies.push({ kind: 'port', reply: answered ? { ok: true } : null });
  } catch (error) {
    replies.push({ kind: 'port', error: String(error) });
  }
  return replies;
}

api.runtime.onMessage.addListener((asked, _sender, answer) => {
  forge(asked).then(answer);
  return true;
});
