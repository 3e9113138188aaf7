/** Why a file was not loaded, and what to do. */
export const PROBLEMS = {
  empty: '文件是空的（0 字节）。请检查后重新拖入。',
  blank: '文件里只有空白，没有文字。请检查后重新拖入。',
  binary: '不是文本文件。请在原来的软件里另存为 .txt，再拖入。',
  'unknown-encoding': '认不出文字编码。请用记事本等另存为 UTF-8，再拖入。',
  unsupported: '这种格式还不能读。请另存为 .txt 或 .md，再拖入。',
  encrypted: '文件有密码。请在原来的软件里取消密码，再拖入。',
  damaged: '文件不完整或已损坏。请在原来的软件里打开另存，再拖入。',
  scan: '这份文件是扫描图片，没有文字。请先做文字识别（OCR），再拖入。',
  vertical: '这份文件是竖排，还不能读。请另存为 Word 或 .txt，再拖入。',
  overfull: '文件解开后超过上限，没有载入。请拆成几份，再拖入。',
  'too-large': '文件超过 100 MB。请拆成几份，再拖入。',
  folder: '文件夹是空的、读不到，或里面的文件超过 2000 个。请打开它，选中要用的文件拖入。',
  unreadable: '浏览器读不到这个文件，可能已移走或没有权限。请重新选取。',
  duplicate: '这份稿件已经载入，内容相同，没有重复添加。',
};
