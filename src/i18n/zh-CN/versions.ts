import type { Agreement } from '../../core/diff/variorum.ts';
import { siglaText, siglumText } from './siglum.ts';
import { CLASS_NAMES } from './verdict.ts';

/** How a version is to the base. */
export function agreementText({ places, isForm, classes }: Agreement): string {
  if (places === 0) return '与底本逐字相同';
  if (isForm) return `与底本只有${classes.map((of) => CLASS_NAMES[of]).join('、')}不同`;
  return `异文 ${places} 处`;
}

/** All versions in one sentence without a full stop: `others` without the base. */
export function synopsisText(others: readonly Agreement[]): string {
  const all = others.length + 1;
  const same = others.filter(({ places }) => places === 0).length;
  const form = others.filter(({ places, isForm }) => places > 0 && isForm).length;
  if (same === others.length) return `${all} 处逐字相同`;
  if (same + form === others.length && same === 0) return `${all} 处只有形式不同`;
  const parts = [
    same > 0 && `${same} 处与底本逐字相同`,
    form > 0 && `${form} 处只有形式不同`,
    same + form < others.length && `${others.length - same - form} 处有异文`,
  ];
  return `${all} 处对勘：${parts.filter((part) => part !== false).join('，')}`;
}

/** The words of the view of all versions. */
export const VERSION_WORDS = {
  allVersions: (n: number) => `共 ${n} 处`,
  allVersionsHint: '各处文字放在一起对勘（G）',
  versions: '各处对勘',
  backToTwo: '回到这一对',
  backToTwoHint: 'G 或 Esc',
  synopsis: synopsisText,
  baseIs: (siglum: string, who: string, loci: number) =>
    loci === 0 ? `以${siglum}（${who}）为底本` : `以${siglum}（${who}）为底本，异文 ${loci} 处`,
  collating: '正在对勘……',
  witnesses: '各处',
  witnessesHint: '选一处作底本',
  base: '底本',
  asBase: (siglum: string) => `以${siglum}为底本`,
  siglum: siglumText,
  sigla: siglaText,
  agreement: agreementText,
  compareWithBase: '与底本比对',
  variantOf: (n: number, all: number) => (n === 0 ? `${all} 处异文` : `${n} / ${all} 处异文`),
  noVariant: '没有异文',
  variantsKey: '］ 前为底本，后为各处异文',
  absentFromBase: '底本无',
  omitted: '缺',
  movedSee: (n: number | null) => (n === null ? '移位' : `移位，见 ${n}`),
  holderComma: '、',
  readingsComma: '；',
  holdersMore: (all: number, _rest: number) => `等 ${all} 人`,
  moreReadings: (n: number) => `另有 ${n} 种`,
  variantWords: (n: number, lemma: string, readings: string) => `第 ${n} 处，底本${lemma}：${readings}`,
  readingWords: (holders: string, reading: string) => `${holders}${reading}`,
  reads: (text: string) => `作“${text}”`,
  lemmaIs: (text: string) => `“${text}”`,
  lacks: '无此处文字',
};
