import { describe, expect, it } from 'vitest';
import { detectAll } from '../../../src/core/reuse/detect.ts';
import type { Boilerplate, Passage } from '../../../src/core/reuse/pair.ts';
import { RITUAL_PHRASES } from '../../../src/core/reuse/ritual.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { load } from './load.ts';
import { randomText, seeded } from './texts.ts';

const VOCABULARY = 3_000;

/** Speeches of unlike paragraphs, each with what `shared` adds to it. */
function speeches(count: number, shared: (index: number) => string): readonly StructuredDocument[] {
  const random = seeded(21);
  return Array.from({ length: count }, (_, index) => {
    const own = `${randomText(60, VOCABULARY, random)}。`;
    return load(`speech ${index}`, `${own}\n\n${shared(index)}`);
  });
}

function textOf(documents: readonly StructuredDocument[], { document, span }: Passage): string {
  const found = documents.find((each) => each.document.id === document);
  return found?.document.text.slice(span.start, span.end) ?? '';
}

describe('what recurs and does not matter', () => {
  it('is set apart, counted by speeches, and gives its pairs back', () => {
    const random = seeded(4);
    const documents = speeches(40, (index) =>
      index < 31
        ? `${randomText(30, VOCABULARY, random)}，真抓实干务求实效各项工作开创崭新局面，${randomText(30, VOCABULARY, random)}。`
        : '',
    );
    const { pairs, boilerplate, speechCount } = detectAll(documents);
    expect(pairs).toEqual([]);
    expect(speechCount).toBe(40);
    expect(boilerplate).toHaveLength(1);
    const [entry] = boilerplate as readonly [Boilerplate];
    expect(entry).toMatchObject({ speeches: 31 });
    expect(entry.members).toHaveLength(31);
    expect(textOf(documents, entry.members[0] as Passage)).toContain('务求实效各项工作开创崭新局面');
    expect(entry.pairs).toHaveLength(30);
    for (const pair of entry.pairs)
      expect(pair).toMatchObject({ scope: 'across', a: { document: entry.members[0]?.document } });
  });

  it('has a name that stays when another speech comes', () => {
    const random = seeded(9);
    const shared = () => `${randomText(30, VOCABULARY, random)}，真抓实干务求实效各项工作开创崭新局面，好。`;
    const documents = speeches(30, shared);
    const idsIn = (list: readonly StructuredDocument[]) => detectAll(list).boilerplate.map(({ id }) => id);
    expect(idsIn(documents)).toHaveLength(1);
    expect(idsIn(documents)).toEqual(
      idsIn([load('other', `${randomText(80, VOCABULARY, random)}。`), ...documents]),
    );
  });

  it('follows the list of ritual phrases', () => {
    const phrase = '凝心聚力谱写湖滨新区水乡振兴崭新篇章';
    const documents = speeches(2, () => `${phrase}。`);
    expect(detectAll(documents).pairs).toHaveLength(1);
    const { pairs, boilerplate } = detectAll(documents, {
      ritualPhrases: [...RITUAL_PHRASES, ` ${phrase}！`],
      templates: [],
    });
    expect(pairs).toEqual([]);
    expect(boilerplate).toMatchObject([{ reason: 'ritual', speeches: 2 }]);
  });

  it('knows greetings and lines that only announce a list', () => {
    const text =
      '尊敬的各位领导、各位来宾，同志们、朋友们：\n\n围绕码头搬迁与渔港扩建，我处将做以下三件事：\n\n一是';
    const random = seeded(6);
    const documents = speeches(
      2,
      () => `${text}${randomText(40, VOCABULARY, random)}。\n\n二是${randomText(40, VOCABULARY, random)}。`,
    );
    const { pairs, boilerplate } = detectAll(documents);
    expect(pairs).toEqual([]);
    expect(boilerplate.map(({ reason }) => reason).sort()).toEqual(['lead-in', 'salutation']);
  });
});

describe('a template', () => {
  const random = seeded(12);
  const form = `${randomText(90, VOCABULARY, random)}。`;
  const copied = `${randomText(90, VOCABULARY, random)}。`;
  const documents = [load('form', form), ...speeches(3, () => `${form}\n\n${copied}`)];
  const templates = [documents[0]?.document.id ?? ''];
  const detected = detectAll(documents, { ritualPhrases: RITUAL_PHRASES, templates });

  it('takes what stands in it out of the findings, in whatever speeches, and lists it', () => {
    expect(detectAll(documents).pairs).toHaveLength(6 + 3);
    expect(detected.pairs).toHaveLength(3);
    for (const { a } of detected.pairs) expect(textOf(documents, a)).toBe(copied);
    expect(detected.boilerplate).toMatchObject([{ reason: 'template', speeches: 4 }]);
    expect(detected.boilerplate[0]?.members.map((member) => textOf(documents, member))).toEqual([
      form,
      form,
      form,
      form,
    ]);
  });

  it('sets apart also what was changed a little since', () => {
    const edited = documents.map(({ document }, index) =>
      index === 0
        ? load('form', form)
        : load(`speech ${index}`, document.text.replace(form.slice(40, 43), '改动过')),
    );
    const { pairs } = detectAll(edited, {
      ritualPhrases: RITUAL_PHRASES,
      templates: [edited[0]?.document.id ?? ''],
    });
    expect(pairs.map(({ a }) => textOf(edited, a))).toEqual([copied, copied, copied]);
  });
});
