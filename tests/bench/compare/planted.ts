import { readFileSync, readdirSync } from 'node:fs';
import { clausesOf, sentencesOf } from '../../../src/core/text/clauses.ts';
import { slice } from '../../../src/core/text/span.ts';
import { seeded } from '../random.ts';

/** A passage and what became of it; it is known where each character of b comes from. */
export interface Planted {
  readonly a: string;
  readonly b: string;
  /** For each UTF-16 unit of b its place in a; -1 for what was put in. */
  readonly origin: Int32Array;
  /** The spans of b that were taken from elsewhere in a. */
  readonly moved: readonly { readonly start: number; readonly end: number }[];
  readonly edits: readonly Edit[];
}

export const EDITS = [
  'replace-word',
  'insert-word',
  'delete-word',
  'insert-clause',
  'delete-clause',
  'move-clause',
  'move-sentence',
  'move-sentence-changed',
  'move-clause-changed',
] as const;
export type Edit = (typeof EDITS)[number];

/** The shortest clause that is planted elsewhere, its mark included. */
export const MOVED_LEAST = 8;

const SEEDS = new URL('../../../seeds/', import.meta.url);
const WORDS =
  '着力 统筹 扎实 稳步 深入 有序 全力 依法 群众 园区 试点 专班 台账 清单 机制 平台 资金 人才 监管 培训 宣传 督查 调研 整改'.split(
    ' ',
  );
const CLAUSES =
  '落实首问负责制，|把群众满意作为第一标准，|逐项建立工作台账，|确保各项任务按期完成，|对重点项目实行专人跟进，|及时通报进展情况，|坚决防止形式主义，|不断健全长效机制，|营造比学赶超的浓厚氛围，|推动资源向一线倾斜，'.split(
    '|',
  );

/** A character and its place in a. */
interface Unit {
  readonly text: string;
  readonly from: number;
  /** In a moved region. */
  moved: number;
}
type Clause = Unit[];
type Sentence = Clause[];

/** The sentences of the seed that are long enough to say something, each once. */
export function sentencesOfSeed(): readonly string[] {
  const text = readdirSync(SEEDS)
    .filter((name) => /^\d.*\.txt$/u.test(name))
    .map((name) => readFileSync(new URL(name, SEEDS), 'utf8'))
    .join('\n');
  const sentences = sentencesOf(text)
    .map((span) => slice(text, span).trim())
    .filter((sentence) => /^\p{Script=Han}.{13,}[。；]$/u.test(sentence) && sentence.length < 120);
  // Without their ordinals: of two that are the same it could not be said which one was moved.
  const bySaying = new Map(
    sentences.map((sentence) => [sentence.replace(/^[一二三四五六七八九十]+是/u, ''), sentence]),
  );
  return [...bySaying.values()];
}

/** A passage of `length` sentences with these edits; always the same for the same seed. */
export function plant(
  pool: readonly string[],
  length: number,
  edits: readonly Edit[],
  seed: number,
): Planted {
  // Neighbouring seeds would begin alike.
  const random = seeded(Math.imul(seed + 1, 0x9e3779b1));
  const below = (most: number) => Math.floor(random() * most);
  const start = below(pool.length - length);
  const a = pool.slice(start, start + length).join('');
  let regions = 0;
  let at = 0;
  const sentences: Sentence[] = pool.slice(start, start + length).map((sentence) =>
    clausesOf(sentence).map((span) =>
      [...slice(sentence, span)].map((text) => ({
        text,
        from: (at += text.length) - text.length,
        moved: 0,
      })),
    ),
  );
  const put = (text: string): Clause => [...text].map((each) => ({ text: each, from: -1, moved: 0 }));
  const pick = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  const still = () =>
    sentences.filter((sentence) => sentence.every((clause) => clause.every(({ moved }) => moved === 0)));

  const changeWord = (clause: Clause, edit: Edit) => {
    const places = clause.length - 3;
    if (places < 2) return;
    const where = 1 + below(places - 1);
    const inside = clause[where]?.moved ?? 0;
    const fresh = put(pick(WORDS)).map((unit) => ({ ...unit, moved: inside }));
    clause.splice(where, edit === 'insert-word' ? 0 : 2, ...(edit === 'delete-word' ? [] : fresh));
  };
  const perform = (edit: Edit) => {
    const open = still();
    if (open.length < 2) return;
    const sentence = pick(open);
    const clause = pick(sentence);
    switch (edit) {
      case 'replace-word':
      case 'insert-word':
      case 'delete-word':
        return changeWord(clause, edit);
      case 'insert-clause':
        sentence.splice(below(sentence.length), 0, put(pick(CLAUSES)));
        return;
      case 'delete-clause':
        if (sentence.length > 1) sentence.splice(below(sentence.length - 1), 1);
        return;
      case 'move-clause':
      case 'move-clause-changed': {
        const fit = open.flatMap((each) =>
          each
            .slice(0, -1)
            .filter(({ length: long }) => long >= MOVED_LEAST + 1)
            .map((one) => [each, one] as const),
        );
        if (fit.length === 0) return;
        const [from, one] = pick(fit);
        const to = pick(open.filter((each) => each !== from));
        from.splice(from.indexOf(one), 1);
        regions++;
        for (const unit of one) unit.moved = regions;
        if (edit === 'move-clause-changed' && one.length > 14)
          changeWord(one, pick(['replace-word', 'insert-word']));
        to.splice(below(to.length), 0, one);
        return;
      }
      case 'move-sentence':
      case 'move-sentence-changed': {
        const others = sentences.filter((each) => each !== sentence);
        const old = sentences.indexOf(sentence);
        let to = below(sentences.length);
        if (to === old) to = old === 0 ? sentences.length - 1 : 0;
        regions++;
        for (const each of sentence) for (const unit of each) unit.moved = regions;
        if (edit === 'move-sentence-changed')
          changeWord(pick(sentence), pick(['replace-word', 'insert-word', 'delete-word']));
        others.splice(to, 0, sentence);
        sentences.splice(0, sentences.length, ...others);
      }
    }
  };
  for (const edit of edits) perform(edit);

  const units = sentences.flat(2);
  const b = units.map(({ text }) => text).join('');
  const origin = Int32Array.from(
    units.flatMap(({ text, from }) =>
      Array.from({ length: text.length }, (_, i) => (from < 0 ? -1 : from + i)),
    ),
  );
  const moved: { start: number; end: number; region: number }[] = [];
  let place = 0;
  for (const unit of units) {
    const last = moved.at(-1);
    if (unit.moved > 0) {
      if (last?.region === unit.moved && last.end === place) last.end = place + unit.text.length;
      else moved.push({ start: place, end: place + unit.text.length, region: unit.moved });
    }
    place += unit.text.length;
  }
  return { a, b, origin, moved, edits };
}
