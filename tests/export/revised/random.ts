import type { DraftPlan, Edit } from '../../../src/core/draft/plan.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { unitsOf } from '../../../src/core/structure/units.ts';
import { seeded } from '../../bench/random.ts';
import {
  abstractList,
  level,
  list,
  paragraph,
  run,
  table,
  type WordFile,
} from '../../import/docx/word-file.ts';
import { planWithout } from './revised.ts';

const WORDS =
  '抓好 项目 建设 落实 责任 强化 督查 推动 经济 发展 改进 作风 服务 企业 安全 生产 底线 环境 治理 振兴'.split(
    ' ',
  );
const FORMS = ['', '<w:b/>', '<w:sz w:val="28"/>', '<w:rFonts w:eastAsia="仿宋"/><w:color w:val="FF0000"/>'];
const NUMERALS = '一二三四五六七八九十';
const BY = 'w:author="周科长" w:date="2024-03-01T09:00:00Z"';

/** Gives whole numbers below a limit, the same for the same seed. */
export type Below = (limit: number) => number;

export function dice(seed: number): Below {
  const random = seeded(seed + 1);
  return (limit) => Math.floor(random() * limit);
}

/**
 * A speech with typed and counted lists, its runs split anywhere, with tables, soft line ends, hyperlinks, white lines, and
 * revisions of somebody else.
 */
export function speech(below: Below): WordFile {
  let id = 100;
  const words = (least: number, more: number) =>
    Array.from({ length: least + below(more) }, () => WORDS[below(WORDS.length)]).join('');
  const sentence = () => `${words(2, 4)}，${words(2, 5)}。`;
  const body = [
    paragraph('关于发展的发言'),
    paragraph('县发展局局长 王明'),
    paragraph(split('下面抓好以下工作：')),
  ];
  const lists = 2 + below(3);
  for (let nth = 0; nth < lists; nth++) {
    const isCounted = below(2) === 0;
    const items = 3 + below(5);
    for (let at = 0; at < items; at++) {
      const ordinal = isCounted ? '' : `${NUMERALS.charAt(at)}${nth % 2 === 0 ? '是' : '、'}`;
      const form = isCounted ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${nth + 1}"/></w:numPr>` : '';
      body.push(paragraph(rich(`${ordinal}${sentence()}`) + (below(3) === 0 ? rich(sentence()) : ''), form));
      if (below(6) === 0) body.push(paragraph(''));
      if (below(5) === 0) body.push(paragraph(rich(sentence())));
    }
    if (below(3) === 0)
      body.push(
        table([
          [words(1, 2), sentence()],
          [words(1, 2), sentence()],
        ]),
        paragraph(split(sentence())),
      );
    if (below(4) === 0) body.push(`<w:p/><w:p><w:pPr/>${split(sentence())}</w:p>`);
  }
  body.push(paragraph('谢谢大家！'), '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>');
  const patterns = [
    ['chineseCounting', '%1、'],
    ['decimal', '%1.'],
    ['chineseCounting', '（%1）'],
  ] as const;
  const numbering =
    patterns.map(([format, pattern], at) => abstractList(at, level(0, format, pattern))).join('') +
    [1, 2, 3, 4]
      .map((numId) =>
        list(numId, numId % 3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
      )
      .join('');
  return { body: body.join(''), numbering };

  function split(text: string): string {
    const runs: string[] = [];
    for (let at = 0; at < text.length;) {
      const length = 1 + below(8);
      runs.push(run(text.slice(at, at + length), FORMS[below(FORMS.length)]));
      at += length;
    }
    return runs.join('');
  }

  function rich(text: string): string {
    const middle = 1 + below(text.length - 1);
    const [one, two] = [text.slice(0, middle), text.slice(middle)];
    switch (below(8)) {
      case 0:
        return `${split(one)}<w:ins w:id="${id++}" ${BY}>${split(two)}</w:ins>`;
      case 1:
        return `${split(one)}<w:del w:id="${id++}" ${BY}><w:r><w:delText>删过的</w:delText></w:r></w:del>${split(two)}`;
      case 2:
        return `${split(one)}<w:hyperlink w:anchor="x">${split(two)}</w:hyperlink>`;
      case 3:
        return `<w:bookmarkStart w:id="${id}" w:name="b${id}"/>${split(one)}<w:bookmarkEnd w:id="${id++}"/>${split(two)}`;
      case 4:
        return `${split(text)}<w:r><w:br/></w:r>${split(sentence())}`;
      case 5:
        return `<w:r><w:t>${one}</w:t><w:tab/><w:t xml:space="preserve"> ${two}</w:t></w:r>`;
      case 6:
        return `<w:sdt><w:sdtPr/><w:sdtContent>${split(one)}</w:sdtContent></w:sdt>${split(two)}`;
      default:
        return split(text);
    }
  }
}

/** A plan of random decisions: units that go, and passages of others that are rewritten. */
export function randomPlan(on: StructuredDocument, below: Below): DraftPlan {
  const share = 2 + below(4);
  const plan = planWithout(on, (words) => !words.startsWith('关于') && below(share) === 0);
  const { text } = on.document;
  const rewrites = unitsOf('d', on.speeches).flatMap(({ span }): Edit[] => {
    if (below(4) > 0 || span.end - span.start < 8) return [];
    const start = span.start + 4 + below(span.end - span.start - 6);
    const end = Math.min(span.end, start + below(12));
    const isFree = plan.edits.every((edit) => edit.span.end < start || edit.span.start > end);
    const old = text.slice(start, end);
    if (!isFree || old.includes('\n')) return [];
    const put = below(3) === 0 ? '' : `${old.slice(0, 2)}改成 & <新>${old.slice(3)}`;
    return put === old ? [] : [{ kind: 'seam', span: { start, end }, text: put, speech: 0 }];
  });
  const edits = [...plan.edits];
  for (const edit of rewrites) {
    const isFree = edits.every(({ span }) => span.end < edit.span.start || span.start > edit.span.end);
    if (isFree) edits.push(edit);
  }
  return { ...plan, edits: edits.toSorted((one, other) => one.span.start - other.span.start) };
}
