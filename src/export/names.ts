/** What no file's name holds on some system. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Names that Windows keeps for devices, whatever follows their full stop. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;
/** In UTF-8 bytes: systems allow 255 for a name, and something is put behind this. */
const BYTES_MOST = 150;

/** A document's name without its ending, safe as a file's name on every system; `otherwise` when nothing is left of it. */
export function safeName(name: string, otherwise: string): string {
  const stem = name.replace(/\.[a-z\d]{1,8}$/iu, '');
  const plain = trimmed(cut(stem.replace(FORBIDDEN, ' ').normalize('NFC')));
  if (plain === '') return otherwise;
  return DEVICES.test(plain.split('.')[0] ?? '') ? `${plain}_` : plain;
}

/** Gives names that are used once: the second of equal ones gets a 2 behind it, whatever their case. */
export function uniqueNames(): (name: string) => string {
  const used = new Set<string>();
  return (name) => {
    let unique = name;
    for (let nth = 2; used.has(unique.toLowerCase()); nth++) unique = `${name} ${nth}`;
    used.add(unique.toLowerCase());
    return unique;
  };
}

/** Full stops and spaces at the end are lost on Windows, and a full stop at the beginning hides a file elsewhere. */
function trimmed(name: string): string {
  let [start, end] = [0, name.length];
  while (start < end && ' .'.includes(name.charAt(start))) start++;
  while (end > start && ' .'.includes(name.charAt(end - 1))) end--;
  return name.slice(start, end);
}

function cut(name: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += encoder.encode(character).length;
    if (bytes > BYTES_MOST) break;
    kept += character;
  }
  return kept;
}
