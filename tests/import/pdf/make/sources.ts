import type { Block, Setting, Source } from './fodt.ts';

/** Invented documents as an office writes them. Few different characters, so that the fonts in the PDF stay small. */

const WORK = [
  '进一步改善营商环境，认真听取企业和群众的意见，问题清单逐项落实，做到件件有着落、事事有回音。',
  '全面推行一次办好，凡是能在网上办的事项一律在网上办，让数据多跑路、群众少跑腿。',
  '加强干部队伍建设，坚持严管和厚爱结合，对不作为的干部及时提醒，对敢担当的干部大胆使用。',
  '突出重点项目建设，建立领导包联制度，每月调度一次进度，每季通报一次结果，确保年底前全部开工。',
  '严格落实安全生产责任，对重点行业、重点企业全面排查，发现问题立即整改，不留死角。',
  '持续改善人居环境，年内新建农村公路 120 公里，改造老旧小区 36 个，让群众看得见、摸得着。',
] as const;

const OPENING = '今天这次会议，主要任务是总结上半年工作，分析当前形势，安排部署下半年重点任务。刚才，几个部门作了发言，讲得都很好，我都同意。';
const CLOSING = '同志们，任务已经明确，关键在于落实。大家要以更高的标准、更实的作风，把各项工作落到实处。';

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
    set('centred', '某政办发〔2024〕12号'),
    set('title', '某县人民政府办公室关于进一步\n改善营商环境的通知'),
    set('flush', '各乡镇人民政府，县政府各部门：'),
    set('text', '为全面落实上级部署，经县政府同意，现将有关事项通知如下。'),
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

export const SPEECH: Source = {
  name: 'speech',
  footer: '- # -',
  blocks: [
    set('title', '在全县上半年工作总结会议上的讲话'),
    set('centred', '（2024年7月8日）'),
    set('centred', '李明华'),
    set('flush', '同志们：'),
    set('text', OPENING),
    ...[0, 1, 2, 3].flatMap((i) => [
      set('heading', `${NUMERALS[i]}、${['看到成绩', '找准问题', '突出重点', '加强领导'][i]}`),
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
    ...Array.from({ length: 14 }, (_, i) => set('hanging', `${i + 1}．${work(i)}${i % 3 === 0 ? work(i + 2) : ''}`)),
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
        ['项目建设', '每月调度一次进度，每季通报一次结果', '重点项目办'],
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
  blocks: [set('title', '工作总结'), set('text', work(0)), set('text', work(1)), set('text', work(2))],
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
