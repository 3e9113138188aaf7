import type { BoilerplateReason, Pair } from '../../core/reuse/pair.ts';
import { percentText } from '../similarity.ts';

/** From this share on a passage is all but the whole of its item. */
const ALL_BUT_WHOLE = 0.9;

/** Why a pair is of its kind, without a full stop. `shared`: how many characters are the same. */
export function reasonText({ kind, containmentA, containmentB }: Pair, shared: number): string {
  const [a, b] = [percentText(containmentA), percentText(containmentB)];
  switch (kind) {
    case 'identical':
      return '相同：不计序号、标点等形式，两条文字一致';
    case 'near-identical':
      return `近似：相同 ${shared} 字，占左条 ${a}、右条 ${b}，整条算一对`;
    case 'partial':
      if (containmentA >= ALL_BUT_WHOLE) return `片段：左条 ${a} 在右条里，只占右条 ${b}`;
      if (containmentB >= ALL_BUT_WHOLE) return `片段：右条 ${b} 在左条里，只占左条 ${a}`;
      return `片段：只有这一段相同，占左条 ${a}、右条 ${b}`;
    case 'paraphrase':
      return `改写：分句大体对应，换了词；逐字相同的占左条 ${a}、右条 ${b}`;
  }
}

/** Why a passage is boilerplate: in a word, and in a sentence. */
export const BOILERPLATE_REASONS: Record<
  BoilerplateReason,
  { readonly name: string; readonly words: string }
> = {
  template: { name: '模板', words: '模板里就有这段话，照用不算雷同。' },
  ritual: { name: '规范表述', words: '大体由套话词表里的话组成，照例要说。' },
  'lead-in': { name: '引语', words: '只是引出下文，没有实际内容。' },
  salutation: { name: '称呼致意', words: '称呼、问候或致谢。' },
  parallel: { name: '并列条文', words: '同一部法规逐项分述，或罚则重述义务，句式自然相同。' },
  term: { name: '名称术语', words: '只是名称、术语或清单中的一截，不成句。' },
  common: { name: '多处都有', words: '单凭这段话看不出谁抄了谁。' },
  stock: { name: '公文常用语', words: '由公文常用的词句组成，没有各自的内容。' },
};
