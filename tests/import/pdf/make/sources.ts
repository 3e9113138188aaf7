import type { Block, Setting, Source } from './fodt.ts';

/** Invented documents as an office writes them. Few different characters, so that the fonts in the PDF stay small. */

const WORK = [
  '进一步改善营商环境，认真听取企业和群众的意见，问题清单逐项落实，做到件件有着落、事事有回音。',
  '全面推行一次办好，凡是能在网上办的事项一律在网上办，让数据多跑路、群众少跑腿。',
  '加强干部队伍建设，对不作为的干部及时提醒，对敢作为的干部大胆使用。',
  '突出重点项目建设，每月通报一次结果，确保年底前全部落实。',
  '严格落实安全生产责任，对重点行业、重点企业全面排查，发现问题立即整改，不留死角。',
  '改善人居环境，年内新建农村公路 120 公里，改造小区 36 个，让群众看得见。',
] as const;

const OPENING = '今天会议的任务，是把下半年的工作落实到各部门。';
const CLOSING = '同志们，要把各项工作落到实处。';

function work(i: number): string {
  return WORK[i % WORK.length] as string;
}

function set(setting: Setting, text: string): Block {
  return { set: setting, text };
}

const NUMERALS = '一二三四五六七八九十';

export const NOTICE: Source = {
  name: 'notice',
  footer: '— # —',
  blocks: [
    set('head', '某县人民政府办公室文件'),
    set('centred', '政办发〔2024〕12号'),
    set('title', '某县人民政府办公室关于进一步\n改善营商环境的通知'),
    set('flush', '各乡镇人民政府，县政府各部门：'),
    set('text', '经县政府同意，现将有关事项通知如下。'),
    ...[0, 1, 2].flatMap((i) => [
      set('heading', `${NUMERALS[i]}、${['总体要求', '重点任务', '工作落实'][i]}`),
      set('text', `（一）${work(i)}${work(i + 1)}`),
      set('text', `（二）${work(i + 2)}`),
      set('text', `${work(i + 3)}${work(i + 4)}${work(i)}`),
    ]),
    set('text', '附件：重点任务清单'),
    set('right', '某县人民政府办公室'),
    set('right', '2024年3月15日'),
  ],
};

/** Items whose numbers stand before a tab, a table whose rows go over the page. */
export const ITEMS: Source = {
  name: 'items',
  footer: '# / ##',
  blocks: [
    set('title', '重点工作清单'),
    ...[0, 1, 2, 3].map((i) => set('hanging', `${i + 1}\t${work(i)}${i % 2 === 0 ? work(i + 1) : ''}`)),
    { columns: [0, 1, 2, 3, 4, 5].map((i) => set('text', `${work(i)}${work(i + 2)}`)) },
    {
      table: [
        ['事项', '要求', '部门'],
        ...[0, 1, 2].map((i) => ['项目', `${work(i + 1)}${work(i)}`, '办公室']),
      ],
    },
    set('right', '2024年5月6日'),
  ],
};

export const SPEECH: Source = {
  name: 'speech',
  footer: '- # -',
  blocks: [
    set('title', '在全县安全生产会议上的讲话'),
    set('centred', '（2024年7月8日）'),
    set('centred', '李明华'),
    set('flush', '同志们：'),
    set('text', OPENING),
    ...[0, 1, 2, 3].flatMap((i) => [
      set('heading', `${NUMERALS[i]}、${['项目', '干部', '企业', '环境'][i]}`),
      set('text', `${work(i)}${work(i + 2)}${work(i + 4)}`),
      ...[0, 1, 2].map((j) => set('text', `${NUMERALS[j]}是${work(i * 3 + j)}${j === 1 ? work(i + 1) : ''}`)),
    ]),
    set('text', CLOSING),
  ],
};

export const MINUTES: Source = {
  name: 'minutes',
  header: '某县人民政府专题会议纪要',
  footer: '第 # 页 共 ## 页',
  blocks: [
    set('title', '关于重点项目建设的会议纪要'),
    set('text', '7月8日，县长主持会议，研究重点项目建设。现将会议确定的事项纪要如下。'),
    ...Array.from({ length: 14 }, (_, i) =>
      set('hanging', `${i + 1}．${work(i)}${i % 3 === 0 ? work(i + 2) : ''}`),
    ),
    set('flush', '参加：各部门主要领导。'),
  ],
};

export const COLUMNS: Source = {
  name: 'columns',
  footer: '#/##',
  blocks: [
    set('title', '上半年工作总结'),
    {
      columns: Array.from({ length: 16 }, (_, i): Block =>
        i % 5 === 0
          ? set('heading', `${NUMERALS[i / 5]}、${['总体形势', '重点工作', '存在问题', '下一步'][i / 5]}`)
          : set('text', `${work(i)}${i % 2 === 0 ? work(i + 3) : ''}`),
      ),
    },
  ],
};

export const NOTES: Source = {
  name: 'notes',
  footer: '#',
  blocks: [
    set('title', '改善人居环境的几点意见'),
    ...Array.from({ length: 9 }, (_, i): Block => {
      const text = `${work(i)}^${work(i + 1)}`;
      return i % 4 === 1
        ? { set: 'text', text, note: `这里说的是上半年的数据，${i + 1}月以后的没有列入。` }
        : set('text', text.replace('^', ''));
    }),
  ],
};

export const TABLE: Source = {
  name: 'table',
  blocks: [
    set('title', '重点任务清单'),
    set('text', '现将重点任务分工如下。'),
    {
      table: [
        ['事项', '要求', '部门'],
        ['营商环境', '凡是能在网上办的事项一律在网上办', '办公室'],
        ['项目建设', '每月通报一次结果，确保年底前全部落实', '重点项目办'],
        ['安全生产', '全面排查', '各乡镇'],
      ],
    },
    set('text', `${work(0)}${work(4)}`),
  ],
};

export const BLOCKS: Source = {
  name: 'blocks',
  header: '内部资料',
  footer: '#',
  blocks: [
    set('title', '工作简报'),
    ...Array.from({ length: 26 }, (_, i) =>
      set('block', `${work(i)}${i % 3 === 1 ? work(i + 3) : ''}${i % 4 === 2 ? work(i + 1) : ''}`),
    ),
  ],
};

export const VERTICAL: Source = {
  name: 'vertical',
  vertical: true,
  blocks: [set('title', '工作总结'), set('text', work(3)), set('text', work(5)), set('text', work(2))],
};

export const LOCKED: Source = {
  name: 'locked',
  blocks: [set('text', work(3)), set('text', work(2))],
};

export const LANDSCAPE: Source = {
  name: 'landscape',
  landscape: true,
  footer: '— # —',
  blocks: [set('title', '工作安排'), ...[0, 1, 2, 3].map((i) => set('text', `${work(i)}${work(i + 1)}`))],
};

/** Every document that LibreOffice sets. */
export const SOURCES: readonly Source[] = [
  NOTICE,
  ITEMS,
  SPEECH,
  MINUTES,
  COLUMNS,
  NOTES,
  TABLE,
  BLOCKS,
  VERTICAL,
  LANDSCAPE,
];

/** The document's paragraphs in reading order, notes at the end. */
export function paragraphsOf({ blocks }: Source): readonly string[] {
  const notes: string[] = [];
  const walk = (block: Block): readonly string[] => {
    if ('columns' in block) return block.columns.flatMap(walk);
    if ('table' in block) return block.table.flat();
    if (block.note !== undefined) notes.push(`${notes.length + 1}${block.note}`);
    return [block.text.replace('\n', '').replace('^', String(notes.length))];
  };
  return [...blocks.flatMap(walk), ...notes];
}

const FEW = [
  '进一步改善工作，把工作落到实处，让群众看得见。',
  '让群众看得见，一见群众，工作要一步一步落到实处，进一步改善工作，工作要实。',
  '要看工作实不实，群众看得见，要让工作实，要一步一步把工作落实。',
] as const;

/** Printed by a browser, which keeps a font for every few characters, and takes some characters for radicals. */
export const PRINTED: Source = {
  name: 'printed',
  header: '工作',
  blocks: [
    set('title', '改善工作'),
    ...[0, 1, 2].flatMap((i) => [
      set('heading', `${NUMERALS[i]}、${['改善工作', '落到实处', '让群众看'][i]}`),
      ...[0, 1, 2, 3].map((j) => set('text', `${FEW[(i + j) % 3]}${FEW[(i + j + 1) % 3]}${FEW[j % 3]}`)),
      set(
        'flush',
        'one town one plan, one plan one note, no note to no one, let one note plan one town, at last no town lost',
      ),
    ]),
    {
      table: [
        ['群众', '工作'],
        ['看', '改善工作'],
        ['见群众', '落到实处'],
      ],
    },
  ],
};
