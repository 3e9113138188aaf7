import type { Remark } from '../../core/draft/remark.ts';
import type { Span } from '../../core/text/span.ts';

function remark(of: Remark, quoted: (span: Span) => string): string {
  switch (of.kind) {
    case 'unparted':
      return `“${quoted(of.span)}”：公式、符号或嵌入的文件，不能写成修订，照原样保留，请自行改定。`;
    case 'field':
      return `“${quoted(of.span)}”：在域里，更新域后会变回原文。`;
    case 'picture':
      return `“${quoted(of.span)}”：这一段删去后，所带的图形留在原处。`;
    case 'not-joined':
      return `“${quoted(of.span)}”：与下一段之间隔着表格或分节，没有接排。`;
    case 'number-of-joined':
      return `“${quoted(of.span)}”：与下一段接排后，自动编号和段落格式可能随下一段。`;
    case 'empty-number':
      return `“${quoted(of.span)}”：单元格或全文的最后一段删不掉，接受修订后留下一个带编号的空段。`;
    case 'note':
      return `“${quoted(of.span)}”：注号随正文删去，注文一并删去，其余的注重新编号。`;
    case 'comment':
      return `“${quoted(of.span)}”处放不进批注：${of.words}`;
    case 'differs':
      if (of.found === '') return `接受全部修订后缺“${of.wanted}”。`;
      if (of.wanted === '') return `接受全部修订后多出“${of.found}”。`;
      return `定稿为“${of.wanted}”，接受全部修订后为“${of.found}”。`;
    case 'more':
      return `另有 ${of.count} 行与定稿不同。`;
    case 'signature':
      return '原稿有数字签名，改动后失效，已去掉。';
    case 'protected':
      return '原稿限制编辑，接受修订前先在“审阅”里停止保护。';
  }
}

/** The words of Word files with revisions in Chinese, and the shape that every other language must fill. */
export const REVISED = {
  remark,
  comment: ({ isFlag, reason, note, place }: CommentParts) => {
    const head = isFlag ? (reason === '' ? '存疑' : `存疑（${reason}）`) : '备注';
    return `${head}：与${place}重复${note === '' ? '' : `。${note}`}`;
  },
  fileNames: {
    tracked: (name: string) => `${name}（修订）`,
    applied: (name: string) => `${name}（改定）`,
  },
  refusal: (name: string) =>
    `《${name}》的原稿读不出来，或与已载入的文字不一致。请重新载入原稿再导出，或改选“新建 Word”。`,
  newInstead: (name: string) => `《${name}》的原稿读不出来，或与已载入的文字不一致，改给新建的 Word。`,
  ofFile: (name: string, words: string) => `《${name}》${words}`,
  remarksName: '导出说明',
};

/** What a comment says. */
export interface CommentParts {
  readonly isFlag: boolean;
  readonly reason: string;
  readonly note: string;
  /** Where the other side stands. */
  readonly place: string;
}

/** The shape of these words. */
export type RevisedWords = typeof REVISED;
