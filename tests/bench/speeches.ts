/** Characters of everyday official prose; what they say is of no matter. */
const CHARACTERS =
  '工作加强推进落实建设发展服务管理监督检查安全生产企业群众问题责任制度机制改革创新项目资金保障提升完善组织领导协调部门单位干部学习教育培训宣传引导整治排查隐患治理环境生态保护农村城市社区医疗养老就业住房交通水利能源数字平台数据信息标准规范评估考核激励约束示范试点总结经验推广应用';
const HAN_DIGITS = '一二三四五六七八九';
const WORDS = 2500;
/** One measure in this many is an earlier one, said again with a changed word. */
const REPEATED_EVERY = 12;

/**
 * Speeches of nine measures each, at least `bytes` long in UTF-8; the same for the same arguments.
 * Most of it is said once; the rest is there to be found.
 */
export function generateSpeeches(bytes: number, seed = 1): string {
  const random = generator(seed);
  const words = Array.from({ length: WORDS }, () => pick(CHARACTERS) + pick(CHARACTERS));
  const said: string[] = [];
  let text = '';
  let length = 0;
  for (let speech = 1; length < bytes; speech++) {
    const measures = [...HAN_DIGITS].map((digit) => `${digit}是${sayMeasure()}`);
    const next = `# 第${speech}份发言\n\n某局局长 张${pick(CHARACTERS)}${pick(CHARACTERS)}\n\n${measures.join('\n\n')}\n\n`;
    text += next;
    length += Buffer.byteLength(next);
  }
  return text;

  function sayMeasure(): string {
    const earlier = said[Math.floor(random() * said.length)];
    if (earlier !== undefined && random() < 1 / REPEATED_EVERY) {
      return earlier.slice(0, 8) + sayWord() + earlier.slice(10);
    }
    const measure = Array.from({ length: 4 }, saySentence).join('');
    said.push(measure);
    return measure;
  }

  function saySentence(): string {
    return `${Array.from({ length: 6 }, sayWord).join('')}，${Array.from({ length: 6 }, sayWord).join('')}。`;
  }

  function sayWord(): string {
    return words[Math.floor(random() * words.length)] ?? '';
  }

  function pick(characters: string): string {
    return characters.charAt(Math.floor(random() * characters.length));
  }
}

/** Numbers in [0, 1) from a 32-bit linear congruential generator (Numerical Recipes). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
