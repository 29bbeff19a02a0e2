/** Words for the person waiting go to stderr; stdout carries results. */
export function say(line) {
  process.stderr.write(`ensign: ${line}\n`);
}
