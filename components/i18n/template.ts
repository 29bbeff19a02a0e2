/** A stretch of a message: literal text, or the name of what is put there. */
export type TemplatePart = { text: string; bold: boolean } | { name: string; bold: boolean };

const MARKS = /(\*\*|\{[A-Za-z0-9_]+\})/;

/**
 * Reads a message's two marks, `**bold**` and `{name}`; everything else is text.
 * 'a **b {c}**' => a; b (bold); c (name, bold). A lone brace or star stays text.
 */
export function parseTemplate(message: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let bold = false;
  for (const piece of message.split(MARKS)) {
    if (piece === '**') bold = !bold;
    else if (MARKS.test(piece)) parts.push({ name: piece.slice(1, -1), bold });
    else if (piece !== '') parts.push({ text: piece, bold });
  }
  return parts;
}
