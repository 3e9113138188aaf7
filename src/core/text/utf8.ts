import { isHighSurrogate, isLowSurrogate } from './characters.ts';

/** How many bytes `text` takes in UTF-8; half a surrogate pair as many as the U+FFFD that stands for it. Linear time. */
export function utf8LengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(at + 1))) {
      length += 4;
      at++;
    } else length += 3;
  }
  return length;
}
