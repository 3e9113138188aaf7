import type { DifferenceClass, FormClass } from '../../core/diff/comparison.ts';
import type { Changes, Verdict } from '../../core/diff/verdict.ts';

export const CLASS_NAMES: Record<DifferenceClass, string> = {
  text: '文字',
  ordinal: '序号',
  punctuation: '标点',
  width: '全半角',
  space: '空白',
  script: '繁简',
};

/** The verdict as one sentence without a full stop. `isPassage`: parts of otherwise different items were compared. */
export function verdictText(verdict: Verdict, isPassage: boolean): string {
  const subject = isPassage ? '有一段' : '';
  switch (verdict.kind) {
    case 'identical':
      return `${subject}逐字相同，共 ${verdict.characters} 字`;
    case 'form-only':
      return `${isPassage ? '有一段相同，' : ''}只有${named(verdict.classes)}不同，其余 ${verdict.equal} 字逐字相同`;
    case 'one-change':
      return `${isPassage ? '有一段几乎相同' : '只差一处'}，${oneChange(verdict)}，其余 ${verdict.equal} 字逐字相同`;
    case 'reordered':
      return `${subject}文字相同，只是次序变了：移位 ${verdict.moved} 处`;
    case 'changed':
      return `${subject}大体相同：${counted(verdict)}`;
    case 'reworded':
      return `${isPassage ? '有一段意思相同' : '意思相同'}，换了说法：${counted(verdict)}`;
    case 'unlike':
      return `只有少数词句相同：${counted(verdict)}`;
  }
}

/** The verdict for a row of the list. */
export function briefText(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'identical':
      return '逐字相同';
    case 'form-only':
      return `只有${named(verdict.classes)}不同`;
    case 'one-change':
      return `只差一处，${oneChange(verdict)}`;
    case 'reordered':
      return '只是次序变了';
    case 'reworded':
      return `换了说法，${counted(verdict)}`;
    case 'changed':
    case 'unlike':
      return counted(verdict);
  }
}

function named(classes: readonly FormClass[]): string {
  return classes.map((name) => CLASS_NAMES[name]).join('、');
}

function oneChange({ a, b }: { readonly a: string; readonly b: string }): string {
  if (a === '') return `右多“${b}”`;
  if (b === '') return `左多“${a}”`;
  return `左“${a}”，右“${b}”`;
}

function counted(changes: Changes): string {
  const parts: readonly (readonly [count: number, words: string])[] = [
    [changes.replaced, `换词 ${changes.replaced} 处`],
    [changes.clausesA, `左多 ${changes.clausesA} 句`],
    [changes.clausesB, `右多 ${changes.clausesB} 句`],
    [changes.onlyA - changes.clausesA, `左多 ${changes.onlyA - changes.clausesA} 处`],
    [changes.onlyB - changes.clausesB, `右多 ${changes.onlyB - changes.clausesB} 处`],
    [changes.moved, `移位 ${changes.moved} 处`],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([, words]) => words)
    .join('，');
}
