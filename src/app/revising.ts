import { mirrored, type Opinion } from '../core/review/opinion.ts';
import { carriedCorrections } from '../core/review/place-map.ts';
import type { Carried, GonePassage } from '../core/review/revision.ts';
import type { Decision } from '../core/review/decision.ts';
import type { Detection, Pair, PairId, Passage } from '../core/reuse/pair.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import { documentRecordOf, type DocumentRecord, type StoredDocument } from '../storage/schema.ts';
import type { MadeDetection } from '../worker/client.ts';
import type { Context } from './context.ts';
import type { Detecting } from './detecting.ts';
import { NO_CHANGE, type Holdings } from './holdings.ts';
import { detectionSettingsOf } from './tuning.ts';

/** A document that takes the place of another. */
export interface NewVersion {
  readonly replaces: DocumentId;
  readonly stored: StoredDocument;
}

/** New versions of documents. Calls must not overlap. */
export interface Revising {
  /**
   * Puts new versions in the place of documents, with the decisions and corrections that still hold, in one step that is on
   * disk when this resolves. Nothing changes when it is stopped or the worker fails.
   */
  revise(
    versions: readonly NewVersion[],
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<void>;
}

/** How often a comparison that another overtook is begun again. */
const ATTEMPTS = 3;

/** The part of the workspace that replaces documents by their new versions. */
export function createRevising(context: Context, detecting: Detecting, holdings: Holdings): Revising {
  const { store, client, patch, stored: archive } = context;

  return {
    async revise(given, signal, onProgress) {
      const versions = given.flatMap(({ replaces, stored }) => {
        const old = archive.get(replaces);
        return old === undefined ? [] : [{ old, stored: { ...stored, order: old.order } }];
      });
      if (versions.length === 0) return;
      const { documents, stale, early, view: seen } = store.get();
      const replaced = new Map(versions.map(({ old, stored }) => [old.document.id, stored.document.id]));
      const corrections = new Map(
        versions.map(({ old, stored }) => {
          const own = store.get().corrections.get(old.document.id) ?? [];
          return [stored.document.id, carriedCorrections(old.document.text, stored.document.text, own)];
        }),
      );
      const revised = await structuredAnew();
      if (revised === null) return;
      const shown = store.get().detection;
      const isShownWhole = shown !== null && !stale && !early;
      const before = isShownWhole
        ? shown
        : (await detected(documents, (done) => onProgress(done / 2)))?.detection;
      const templates = new Set([...store.get().templates].map((id) => replaced.get(id) ?? id));
      const from = isShownWhole ? 0 : 0.5;
      const after =
        before && (await detected(revised, (done) => onProgress(from + done * (1 - from)), templates));
      if (!before || !after) return;
      const carried = await carry(before, after.detection);
      if (carried === null || signal.aborted) return;
      const isDone = await holdings.change(
        () => ({
          ...NO_CHANGE,
          documents: new Map<DocumentId, DocumentRecord | null>([
            ...[...replaced.keys()].map((id) => [id, null] as const),
            ...versions.map(({ stored }) => [stored.document.id, documentRecordOf(stored)] as const),
          ]),
          corrections,
          templates: new Map([...replaced.values()].map((id) => [id, templates.has(id)])),
          ...outcomeOf(carried, before, after.detection),
        }),
        'revised',
        versions[0]?.stored.document.name ?? '',
        signal,
      );
      if (!isDone) return;
      const { view } = store.get();
      const openNow = carried.pairs.find(({ from: id }) => id === view.pair)?.to ?? view.pair;
      const shownNow = seen.document === null ? undefined : replaced.get(seen.document);
      patch({ view: { ...view, pair: openNow, ...(shownNow !== undefined && { document: shownNow }) } });
      detecting.adopt(after);

      async function structuredAnew(): Promise<readonly StructuredDocument[] | null> {
        const byOld = new Map(versions.map(({ old, stored }) => [old.document.id, stored.document]));
        const anew: StructuredDocument[] = [];
        for (const structured of documents) {
          const document = byOld.get(structured.document.id);
          if (document === undefined) {
            anew.push(structured);
            continue;
          }
          const own = corrections.get(document.id) ?? [];
          const speeches = await detecting.structure(document, own, signal);
          if (speeches.length === 0) return null;
          anew.push({ document, speeches });
        }
        return anew;
      }

      async function carry(old: Detection, anew: Detection): Promise<Carried | null> {
        const texts = new Map<DocumentId, string>();
        for (const { document } of [...documents, ...(revised ?? [])]) texts.set(document.id, document.text);
        const touched = new Set(replaced.keys());
        const come = new Set(replaced.values());
        const between = (pairs: readonly Pair[], ids: ReadonlySet<DocumentId>) =>
          pairs.filter(({ a, b }) => ids.has(a.document) || ids.has(b.document));
        const [p, q] = [between(allPairs(old), touched), between(allPairs(anew), come)];
        const spoken = new Set([...p, ...q].flatMap(({ a, b }) => [a.document, b.document]));
        for (const id of [...replaced].flat()) spoken.add(id);
        const question = {
          replaced: [...replaced],
          texts: new Map([...texts].filter(([id]) => spoken.has(id))),
          before: p,
          after: q,
        };
        const outcome = await client.carryPairs(question, signal);
        if (outcome.kind === 'worker-failed') patch({ fault: 'worker-failed' });
        return outcome.kind === 'done' ? outcome.value : null;
      }

      /** What is stored of what was carried, and the earlier versions with what was not. */
      function outcomeOf(result: Carried, old: Detection, anew: Detection) {
        const { decisions, opinions } = store.get();
        const byId = new Map(allPairs(old).map((pair) => [pair.id, pair]));
        const newDecisions = new Map<PairId, Decision>();
        const newOpinions = new Map<PairId, readonly Opinion[]>();
        for (const { from: id, to, mirrored: isTurned } of result.pairs) {
          const here = (decision: Decision): Decision => ({
            ...(isTurned ? mirrored(decision) : decision),
            pair: to,
          });
          const own = decisions.get(id);
          if (own !== undefined) newDecisions.set(to, here(own));
          const others = opinions.get(id);
          if (others !== undefined)
            newOpinions.set(
              to,
              others.map((each) => ({ ...each, decision: here(each.decision) })),
            );
        }
        // What is set apart is new to nobody's list.
        const come = new Map(anew.pairs.map((pair) => [pair.id, pair]));
        const earlier = new Map(
          versions.map(({ old: version, stored }) => {
            const { text: _text, ...header } = version.document;
            const isOf = (pair: Pair | undefined, document: DocumentId) =>
              pair?.a.document === document || pair?.b.document === document;
            const gone = result.gone.flatMap((id) => {
              const decision = decisions.get(id);
              const pair = byId.get(id);
              if (decision === undefined || pair === undefined || !isOf(pair, header.id)) return [];
              return [{ decision, a: goneOf(pair.a), b: goneOf(pair.b) }];
            });
            const carriedHere = result.pairs.filter(
              ({ from: id }) => decisions.has(id) && isOf(byId.get(id), header.id),
            ).length;
            const { bytes, utf8 } = version;
            const own = store.get().corrections.get(header.id) ?? [];
            const fresh = result.fresh.filter((id) => isOf(come.get(id), stored.document.id));
            return [
              stored.document.id,
              { header, bytes, utf8, corrections: own, revision: { carried: carriedHere, gone, fresh } },
            ] as const;
          }),
        );
        return { decisions: newDecisions, opinions: newOpinions, earlier };
      }

      function goneOf({ document: id, speech, span }: Passage): GonePassage {
        const structured = documents.find(({ document }) => document.id === id);
        return {
          document: structured?.document.name ?? '',
          speaker: structured?.speeches[speech]?.speaker ?? '',
          text: structured?.document.text.slice(span.start, span.end) ?? '',
        };
      }

      async function detected(
        of: readonly StructuredDocument[],
        progress: (done: number) => void,
        templated = store.get().templates,
      ): Promise<MadeDetection | null> {
        const settings = detectionSettingsOf(
          { ritualPhrases: store.get().ritualPhrases, templates: templated },
          of,
        );
        for (let attempt = 0; attempt < ATTEMPTS && !signal.aborted; attempt++) {
          const outcome = await client.detect(of, settings, signal, {
            onProgress: progress,
            onFindings: () => {},
          });
          if (outcome.kind === 'done') return outcome.value;
          if (outcome.kind === 'worker-failed') {
            patch({ fault: 'worker-failed' });
            return null;
          }
        }
        return null;
      }
    },
  };
}

function allPairs({ pairs, boilerplate }: Detection): readonly Pair[] {
  return [...pairs, ...boilerplate.flatMap((entry) => entry.pairs)];
}
