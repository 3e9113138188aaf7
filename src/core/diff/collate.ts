import { type Span, slice } from '../text/span.ts';
import type { DifferenceClass } from './comparison.ts';
import { type Lexicon, createLexicon } from './lexicon.ts';
import { settle } from './moves.ts';
import { withSharedOrdinals } from './ordinal-hints.ts';
import { stepsOf } from './segments.ts';
import { type Token, isContent, tokensOf } from './tokens.ts';
import { type Transposed, type Variant, stronger, variantsOf } from './variants.ts';

export type { Transposed } from './variants.ts';

/** What some witnesses have at a locus. Readings whose texts differ at all are readings of their own. */
export interface Reading {
  /** Indices of the witnesses, ascending, at least one. */
  readonly witnesses: readonly number[];
  /** What stands there instead of the base's text; empty where they have nothing. */
  readonly text: string;
  /** How it differs from the base: `text` in substance, else the form. Several forms: the first of `FORM_CLASSES`. */
  readonly class: DifferenceClass;
  /** What of it was only moved; empty for most. */
  readonly transposed: readonly Transposed[];
  /** The earlier reading of the locus that says the same in another form, by its index; null when there is none. */
  readonly sameAs: number | null;
}

/** A place of the base where some witness reads otherwise. An empty span: something is put in there. */
export interface Locus {
  readonly base: Span;
  /** By their first witness; those that agree with the base are not listed. */
  readonly readings: readonly Reading[];
}

/**
 * Several versions against a base, from which an apparatus is set: 干部］工作人员 甲乙；领导干部 丙. Of any witness: the base, with its
 * readings in the place of the loci's spans, is its text, letter by letter, moved passages included.
 */
export interface Collation {
  readonly base: string;
  readonly witnesses: readonly string[];
  /** In order and disjoint; where one is empty and another begins at the same offset, the empty one comes first. */
  readonly loci: readonly Locus[];
  /** True when a limit made the comparison with some witness less fine than it could be. */
  readonly coarse: boolean;
}

/** A text and the witnesses that have it. */
interface Version {
  readonly witnesses: readonly number[];
  readonly variants: readonly Variant[];
  readonly coarse: boolean;
}

/** Collates the witnesses with the base, as `compare` compares them. Equal texts are compared once; linear in the length of all. */
export function collate(base: string, witnesses: readonly string[]): Collation {
  const lexicon = createLexicon();
  const tokens = tokensOf(base, lexicon);
  const versions = Array.from(holdersOf(witnesses), ([text, holders]): Version => {
    if (text === base) return { witnesses: holders, variants: [], coarse: false };
    const sides = withSharedOrdinals({ text: base, tokens }, { text, tokens: tokensOf(text, lexicon) });
    const { stayed, moved } = settle(...sides);
    const steps = stepsOf({ a: base, b: text }, stayed, moved);
    return {
      witnesses: holders,
      variants: variantsOf(steps, text),
      coarse: stayed.coarse || moved.some(({ coarse }) => coarse),
    };
  });
  return {
    base,
    witnesses,
    loci: lociOf(base, versions, lexicon),
    coarse: versions.some(({ coarse }) => coarse),
  };
}

function holdersOf(witnesses: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  for (const [i, text] of witnesses.entries()) {
    const list = holders.get(text);
    if (list === undefined) holders.set(text, [i]);
    else list.push(i);
  }
  return holders;
}

/** Joins the variants of all versions that overlap to loci. */
function lociOf(base: string, versions: readonly Version[], lexicon: Lexicon): readonly Locus[] {
  const all = versions.flatMap((version) => version.variants.map((variant) => ({ version, variant })));
  all.sort(
    ({ variant: one }, { variant: other }) =>
      one.start - other.start || one.end - one.start - (other.end - other.start),
  );
  const loci: Locus[] = [];
  for (let first = 0, next = 0; first < all.length; first = next) {
    const { start } = (all[first] as (typeof all)[number]).variant;
    let { end } = (all[first] as (typeof all)[number]).variant;
    const byVersion = new Map<Version, Variant[]>();
    for (next = first; next < all.length; next++) {
      const { version, variant } = all[next] as (typeof all)[number];
      const joins =
        variant.start < end || (variant.start === start && variant.end === start && end === start);
      if (next > first && !joins) break;
      end = Math.max(end, variant.end);
      const list = byVersion.get(version);
      if (list === undefined) byVersion.set(version, [variant]);
      else list.push(variant);
    }
    loci.push({ base: { start, end }, readings: readingsOf(base, { start, end }, byVersion, lexicon) });
  }
  return loci;
}

function readingsOf(
  base: string,
  span: Span,
  byVersion: ReadonlyMap<Version, readonly Variant[]>,
  lexicon: Lexicon,
): readonly Reading[] {
  const groups = new Map<
    string,
    { witnesses: number[]; class: DifferenceClass; transposed: readonly Transposed[] }
  >();
  for (const [{ witnesses }, variants] of byVersion) {
    const text = applied(base, span, variants);
    // What some have moved and others wrote anew reads the same, and is named as moved if one of them says so.
    const transposed = variants.flatMap((variant) => variant.transposed);
    const of = variants.map((variant) => variant.class).reduce(stronger);
    const known = groups.get(text);
    if (known === undefined) groups.set(text, { witnesses: [...witnesses], class: of, transposed });
    else {
      known.witnesses.push(...witnesses);
      known.class = stronger(known.class, of);
      if (known.transposed.length === 0) known.transposed = transposed;
    }
  }
  for (const { witnesses } of groups.values()) witnesses.sort((one, other) => one - other);
  const ordered = [...groups].sort(
    ([, one], [, other]) => (one.witnesses[0] ?? 0) - (other.witnesses[0] ?? 0),
  );
  const sayings = new Map<string, number>();
  return ordered.map(([text, group], i) => {
    const saying = sayingOf(tokensOf(text, lexicon));
    const sameAs = sayings.get(saying) ?? null;
    if (sameAs === null) sayings.set(saying, i);
    return { ...group, text, sameAs };
  });
}

/** What the tokens say, form left out. */
function sayingOf(tokens: readonly Token[]): string {
  return tokens
    .filter(isContent)
    .map(({ key, sense }) => `${key}.${sense}`)
    .join(' ');
}

/** The base's span with the variants, which are in order, in the place of what they vary. */
function applied(base: string, { start, end }: Span, variants: readonly Variant[]): string {
  let text = '';
  let at = start;
  for (const variant of variants) {
    text += base.slice(at, variant.start) + variant.text;
    at = variant.end;
  }
  return text + base.slice(at, end);
}

/** The text of one witness, from the base and its readings. */
export function textOf({ base, loci }: Collation, witness: number): string {
  let text = '';
  let at = 0;
  for (const { base: span, readings } of loci) {
    const reading = readings.find(({ witnesses }) => witnesses.includes(witness));
    text += base.slice(at, span.start) + (reading === undefined ? slice(base, span) : reading.text);
    at = span.end;
  }
  return text + base.slice(at);
}
