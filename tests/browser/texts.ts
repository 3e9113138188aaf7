/** A measure long enough to be found again, whoever says it. */
export const MEASURE =
  '建立健全明察暗访机制，对服务窗口和工作人员态度、服务质量、工作纪律和办事效率，采取现场突击检查、调取监控等方式，定期不定期进行明察暗访，典型问题公开曝光。';

/** A speech of two measures, the second of which every such speech has. */
export function speechOf(speaker: string, own: string): string {
  return `# ${speaker}的发言\n\n区某某局局长 ${speaker}\n\n各位领导、同志们，现作如下汇报。\n\n一是${own}\n\n二是${MEASURE}\n`;
}

/** Two speeches of different people with one measure in common, each as a file. */
export const TWO_SPEECHES = [
  { name: '甲局.txt', bytes: speechOf('李明华', '把调度放在前头，逐项排出时间表，谁耽误了就由谁说明。') },
  { name: '乙局.txt', bytes: speechOf('王建国', '窗口延长到晚上八点，周末照常受理，材料可以补交。') },
] as const;

/** Writes text in a double-byte encoding that the platform only reads, by turning its decoder round. */
export function encoded(text: string, encoding: 'gb18030' | 'big5'): Uint8Array {
  const bytesOf = doubleBytes(encoding);
  const bytes = [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    const pair = code < 0x80 ? [code] : bytesOf.get(character);
    if (pair === undefined) throw new Error(`${character} is not in ${encoding}`);
    return pair;
  });
  return Uint8Array.from(bytes);
}

/** Writes text in UTF-16 with its byte order mark. */
export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

function doubleBytes(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const bytesOf = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !bytesOf.has(character)) {
        bytesOf.set(character, [lead, trail]);
      }
    }
  }
  return bytesOf;
}
