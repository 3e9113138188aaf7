/** Whether a UTF-16 unit is white space, a byte order mark or a zero-width space. */
export function isBlank(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0x3000 ||
    unit === 0xa0 ||
    unit === 0x200b ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029
  );
}

/** Moves `end` back over white space, no further than `start`. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Moves `start` on over white space, no further than `end`. */
export function trimStart(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** `words` as one line: line ends and the white space around them taken out, or one space where they part Latin words. */
export function unbroken(words: string): string {
  if (!words.includes('\n') && !words.includes('\r')) return words;
  let line = '';
  for (let at = 0; at < words.length;) {
    const after = trimStart(words, at, words.length);
    const gap = words.slice(at, after);
    if (!gap.includes('\n') && !gap.includes('\r')) line += gap;
    else if (isLatin(line.charAt(line.length - 1)) && isLatin(words.charAt(after))) line += ' ';
    line += words.charAt(after);
    at = after + 1;
  }
  return line;
}

function isLatin(character: string): boolean {
  return /[a-z]/iu.test(character);
}
