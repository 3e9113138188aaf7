import {
  abstractList,
  item,
  level,
  list,
  paragraph,
  run,
  style,
  styled,
  table,
  type WordFile,
} from './word-file.ts';

/** What Chinese offices number with, level by level. */
const SCHEMES: readonly (readonly (readonly [format: string, pattern: string])[])[] = [
  [
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.'],
    ['decimal', '（%4）'],
    ['decimalEnclosedCircle', '%5'],
  ],
  [
    ['chineseCountingThousand', '第%1章'],
    ['chineseCountingThousand', '第%2条'],
    ['decimal', '（%3）'],
  ],
  [
    ['decimal', '%1'],
    ['decimal', '%1.%2'],
    ['decimal', '%1.%2.%3'],
    ['lowerLetter', '%4)'],
  ],
  [
    ['upperRoman', '%1.'],
    ['upperLetter', '%2.'],
    ['ideographTraditional', '%3、'],
    ['lowerRoman', '（%4）'],
  ],
];
const STYLES = [
  style('a', 'Normal', '', ' w:default="1"'),
  ...[1, 2, 3].map((depth) =>
    style(
      `${depth}`,
      `heading ${depth}`,
      `<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="${depth - 1}"/></w:pPr>`,
    ),
  ),
].join('');
const WORDS =
  '抓好 项目 建设 落实 责任 强化 督查 推动 经济 发展 改进 作风 服务 企业 群众 满意 安全 生产 底线 风险 防范 教育 医疗 养老 环境 治理 乡村 振兴 产业 招商 财政 预算 执行'.split(
    ' ',
  );

/** A document of random paragraphs, lists and tables, the same for the same seed. */
export function generated(seed: number): WordFile {
  let state = seed + 1;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % limit;
  };
  const words = (least: number, more: number) =>
    Array.from({ length: least + below(more) }, () => WORDS[below(WORDS.length)]).join('');
  const sentence = () => `${words(2, 6)}，${words(2, 8)}。`;

  const depths: number[] = [];
  const numbering: string[] = [];
  const instances: string[] = [];
  for (const [index, scheme] of SCHEMES.entries()) {
    numbering.push(
      abstractList(
        index,
        ...scheme.map(([format, pattern], at) => level(at, format, pattern, suffix(below(3)))),
      ),
    );
    instances.push(list(index + 1, index));
    const start = `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${1 + below(4)}"/></w:lvlOverride>`;
    instances.push(list(index + 11, index, start));
  }
  const body = Array.from({ length: 60 }, (_, at) => (at === 0 ? styled('1', words(3, 3)) : block()));
  return { styles: STYLES, numbering: [...numbering, ...instances].join(''), body: body.join('') };

  function block(): string {
    const kind = below(10);
    if (kind < 5) {
      const scheme = below(SCHEMES.length);
      // At most one level deeper than the item before: what a skipped level counts is told by no standard.
      const deepest = Math.min((depths[scheme] ?? -1) + 1, (SCHEMES[scheme]?.length ?? 1) - 1);
      const depth = below(3) === 0 ? 0 : below(deepest + 1);
      depths[scheme] = depth;
      return item(scheme + (depth === 0 && below(4) === 0 ? 11 : 1), depth, rich());
    }
    if (kind === 5) return styled(`${1 + below(3)}`, words(3, 4));
    if (kind === 6) {
      const rows = Array.from({ length: 2 + below(3) }, () => [words(1, 2), words(1, 3), sentence()]);
      return table(rows) + paragraph(sentence());
    }
    if (kind === 7) return paragraph('');
    return paragraph(rich());
  }

  function rich(): string {
    const kind = below(7);
    if (kind === 0) return `${run(sentence())}<w:r><w:br/></w:r>${run(sentence())}`;
    if (kind === 1) return `<w:ins w:id="1" w:author="甲">${run(sentence())}</w:ins>${run(sentence())}`;
    if (kind === 2)
      return `<w:sdt><w:sdtPr/><w:sdtContent>${run(sentence(), '<w:b/>')}</w:sdtContent></w:sdt>`;
    if (kind === 3) return `${run(words(1, 2))}<w:r><w:tab/></w:r>${run(sentence())}`;
    if (kind === 4) return `<w:hyperlink w:anchor="x">${run(words(1, 2))}</w:hyperlink>${run(sentence())}`;
    return run(sentence());
  }
}

function suffix(choice: number): string {
  return ['', '<w:suff w:val="space"/>', '<w:suff w:val="nothing"/>'][choice] ?? '';
}
