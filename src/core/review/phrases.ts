/** The phrases that a text of one phrase a line holds, each once, in their order. */
export function phrasesIn(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
