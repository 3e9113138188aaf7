import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importBytes } from '../../src/import/index.ts';
import { fuzz } from './fuzz.ts';

/** Sizes of print in millimetres: 二号 for titles, 三号 for text. */
const TITLE = 7.76;
const TEXT = 5.64;
const LEFT = 28;
/** Characters of a full line. */
const FULL = 27;
const LEADING = 10;

interface SetLine {
  readonly text: string;
  readonly y: number;
  readonly left?: number;
  readonly size?: number;
}

function textObject({ text, y, left = LEFT, size = TEXT }: SetLine, id: number): string {
  const deltas = text.length > 1 ? ` DeltaX="g ${text.length - 1} ${size}"` : '';
  return `<ofd:TextObject ID="${id}" Boundary="${left} ${y - size} 160 ${size * 1.3}" Font="1" Size="${size}"><ofd:TextCode X="0" Y="${size}"${deltas}>${text}</ofd:TextCode></ofd:TextObject>`;
}

function page(content: string, template = ''): Uint8Array {
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>${template}<ofd:Content><ofd:Layer ID="1">${content}</ofd:Layer></ofd:Content></ofd:Page>`,
  );
}

function file(pages: readonly Uint8Array[], more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    'OFD.xml': strToU8(
      '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    ),
    'Doc_0/Document.xml': strToU8(
      `<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>${pages.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    ),
    ...Object.fromEntries(pages.map((content, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, content])),
    ...more,
  });
}

const PARAGRAPHS = [
  '各乡镇人民政府，县政府各部门：',
  '　　一是强化资金保障。严格执行预算，压减一般性支出，统筹盘活存量资金，把有限的财力用在保障基本民生和重点项目上，确保各项任务落到实处。',
  '　　二是优化营商环境。推行一窗受理、一次办成，办结时限压缩到三个工作日，设立企业服务热线，对企业反映的问题逐项登记、逐项答复、逐项销号。',
  '　　三是改进工作作风。领导干部每月到基层调研不少于五天，帮助解决实际困难。',
];

/** Lays paragraphs out as lines of `FULL` characters, five lines a page, with a running head and a page number. */
function laidOut(): readonly Uint8Array[] {
  const lines: { text: string; left: number }[] = [];
  for (const paragraph of PARAGRAPHS) {
    const indent = paragraph.startsWith('　　') ? 2 : 0;
    let rest = paragraph.slice(indent);
    for (let room = FULL - indent; rest !== ''; room = FULL) {
      lines.push({ text: rest.slice(0, room), left: LEFT + (FULL - room) * TEXT });
      rest = rest.slice(room);
    }
  }
  const pages: Uint8Array[] = [];
  for (let from = 0; from < lines.length; from += 3) {
    const number = pages.length + 1;
    const set: SetLine[] = [
      { text: '云山县人民政府办公室文件', y: 15, left: 70 },
      ...(from === 0 ? [{ text: '关于优化营商环境的', y: 45, left: 60, size: TITLE }] : []),
      ...(from === 0 ? [{ text: '通知', y: 55, left: 95, size: TITLE }] : []),
      ...lines.slice(from, from + 3).map(({ text, left }, i) => ({ text, left, y: 80 + i * LEADING })),
      { text: `— ${number} —`, y: 280, left: 100 },
    ];
    pages.push(page(set.map(textObject).join('')));
  }
  return pages;
}

describe('ofd', () => {
  it('makes paragraphs of lines, also over pages, without running heads and page numbers', async () => {
    const imported = await importBytes({ name: 'a', bytes: file(laidOut()) });
    if (imported.kind !== 'imported') throw new Error(JSON.stringify(imported));
    const { text, layout } = imported;
    expect(text.split('\n')).toEqual(['关于优化营商环境的通知', ...PARAGRAPHS.map((each) => each.trim())]);
    expect(layout?.paragraphs.map(({ level, page: number }) => [level, number])).toEqual([
      [1, 1],
      [0, 1],
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
  });

  it('reads pieces of a line from left to right, templates and transformations', async () => {
    const template = '<ofd:Template TemplateID="9" ZOrder="Background"/>';
    const moved =
      '<ofd:TextObject ID="7" Boundary="60 40 100 20" CTM="2 0 0 2 0 0" Size="2.82"><ofd:TextCode X="0" Y="5">乙丙</ofd:TextCode></ofd:TextObject>';
    const bytes = file([page(moved + textObject({ text: '甲', y: 50, left: 54.3 }, 8), template)], {
      'Doc_0/Tpls/Tpl_0/Content.xml': page(textObject({ text: '表头', y: 60, left: 90 }, 1)),
    });
    expect(await importBytes({ name: 'a', bytes })).toMatchObject({ text: '甲乙丙\n表头' });
  });

  it.each([
    ['a scan', file([page('<ofd:ImageObject ID="1"/>')]), 'scan'],
    [
      'vertical text',
      file([
        page(
          '<ofd:TextObject Boundary="0 0 9 99" Size="5"><ofd:TextCode X="1" Y="5" DeltaY="g 3 5">自上而下</ofd:TextCode></ofd:TextObject>',
        ),
      ]),
      'vertical',
    ],
    ['one with a password', file([page('')], { 'Encryptions.xml': strToU8('<a/>') }), 'encrypted'],
    ['one without its pages', zipSync({ 'OFD.xml': strToU8('<a><DocRoot>b.xml</DocRoot></a>') }), 'damaged'],
  ])('refuses %s', async (_name, bytes, problem) => {
    expect(await importBytes({ name: 'a.ofd', bytes })).toEqual({ kind: 'failed', problem });
  });

  it('survives mutations', async () => {
    const pages = laidOut();
    await fuzz('a.ofd', file(pages));
    await fuzz('a.ofd', pages[0] as Uint8Array, undefined, (content) => file([content, ...pages.slice(1)]));
  });
});
