import type { GalleyRow } from '../../core/draft/galley.ts';
import type { Edit, RemovedPlace, Rewriting } from '../../core/draft/plan.ts';
import type { Pair, PairId, Passage } from '../../core/reuse/pair.ts';
import type { Decision } from '../../core/review/decision.ts';
import { placeOf } from '../../core/structure/place.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { Messages } from '../../i18n/index.ts';
import { useInterface } from '../hooks/context.ts';

/** Something that is said beside a line. */
export interface Note {
  readonly key: string;
  readonly kind: 'removal' | 'ordinal' | 'kept' | 'check' | 'conflict';
  readonly head: string;
  /** Behind the head, on its line. */
  readonly about: string;
  readonly lines: readonly string[];
  /** The comparisons that it comes from; taking them back restores what went. */
  readonly pairs: readonly PairId[];
  readonly canRestore: boolean;
}

/** A passage that stays because another one goes. */
export interface Kept {
  readonly pair: PairId;
  readonly passage: Passage;
  readonly gone: Passage;
}

/** What of a document stays in favour of what goes by `removing`, in the order of the findings. */
export function keptIn(
  { document }: StructuredDocument,
  pairs: ReadonlyMap<PairId, Pair>,
  decisions: ReadonlyMap<PairId, Decision>,
  removing: ReadonlySet<PairId>,
): readonly Kept[] {
  return [...pairs.values()].flatMap(({ id, a, b }): readonly Kept[] => {
    const judgement = decisions.get(id)?.judgement;
    if (!removing.has(id) || (judgement !== 'keep-a' && judgement !== 'keep-b')) return [];
    const [passage, gone] = judgement === 'keep-a' ? [a, b] : [b, a];
    return passage.document === document.id ? [{ pair: id, passage, gone }] : [];
  });
}

/** What notes are written from. */
export interface NoteSource {
  readonly structured: StructuredDocument;
  readonly documents: readonly StructuredDocument[];
  readonly pairs: ReadonlyMap<PairId, Pair>;
  readonly decisions: ReadonlyMap<PairId, Decision>;
  readonly kept: readonly Kept[];
  readonly messages: Messages;
}

/** What is to be said of a row: each thing where it begins. */
export function notesOf(row: GalleyRow, source: NoteSource): readonly Note[] {
  if (row.kind === 'seam') return [];
  const words = source.messages.draftWords;
  const { text } = source.structured.document;
  const notes = row.edits.flatMap((edit) => editNotes(edit, row.span, source));
  for (const { pair, passage, gone } of row.state === 'removed' ? [] : source.kept) {
    if (passage.span.start < row.span.start || passage.span.start >= row.span.end) continue;
    notes.push({
      key: `k${pair}`,
      kind: 'kept',
      head: words.kept,
      about: words.goes(otherPlace(gone, passage, source)),
      lines: [],
      pairs: [pair],
      canRestore: false,
    });
  }
  for (const [index, check] of row.checks.entries()) {
    const about = text.slice(check.span.start, check.span.end);
    notes.push({
      key: `c${check.span.start}.${index}`,
      kind: 'check',
      head: words.check,
      about: about.length > 0 && about.length <= ABOUT_MOST ? `“${about}”` : '',
      lines: [words.checkText(check)],
      pairs: [],
      canRestore: false,
    });
  }
  for (const [index, { kind, place, removing, keeping }] of row.conflicts.entries()) {
    notes.push({
      key: `x${place.span.start}.${index}`,
      kind: 'conflict',
      head: words.conflict,
      about: placeIn(source.structured, place, source.messages),
      lines: [words.conflictText[kind]],
      pairs: [...new Set([...removing, ...keeping])],
      canRestore: false,
    });
  }
  return notes;
}

/** Words longer than this stand marked in the text and are not said again, in UTF-16 units. */
const ABOUT_MOST = 12;

function editNotes(
  edit: Edit,
  line: { readonly start: number; readonly end: number },
  source: NoteSource,
): Note[] {
  const words = source.messages.draftWords;
  const { text } = source.structured.document;
  if (edit.kind === 'ordinal') {
    const old = text.slice(edit.span.start, edit.span.end);
    return [plainNote(`o${edit.span.start}`, words.renumbered, words.renumberedTo(old, edit.text))];
  }
  if (edit.kind === 'seam') {
    const old = text.slice(edit.span.start, edit.span.end);
    return [plainNote(`s${edit.span.start}`, words.mark, words.renumberedTo(old, edit.text))];
  }
  if (edit.kind === 'join') return [];
  if (edit.kind === 'rewrite') return [rewriteNote(edit, source)];
  return edit.places
    .filter(({ span }) => line.start <= span.start && span.start < line.end)
    .map((place) => removalNote(place, source));
}

function rewriteNote({ span, pairs, ...place }: Rewriting, source: NoteSource): Note {
  const words = source.messages.draftWords;
  const notes = pairs.map((id) => source.decisions.get(id)?.note ?? '').filter((note) => note !== '');
  return {
    key: `w${span.start}`,
    kind: 'ordinal',
    head: words.rewritten,
    about: placeIn(source.structured, place, source.messages),
    lines: [...new Set(notes)].map(words.noteIs),
    pairs,
    canRestore: false,
  };
}

function plainNote(key: string, head: string, about: string): Note {
  return { key, kind: 'ordinal', head, about, lines: [], pairs: [], canRestore: false };
}

function removalNote(place: RemovedPlace, source: NoteSource): Note {
  const { structured, pairs, decisions, messages } = source;
  const words = messages.draftWords;
  const { start, end } = place.span;
  const lines = place.pairs.flatMap((id) => {
    const pair = pairs.get(id);
    const decision = decisions.get(id);
    if (pair === undefined || decision === undefined) return [];
    const kept = { 'keep-a': pair.a, 'keep-b': pair.b }[decision.judgement as string];
    const said = kept === undefined ? [] : [words.keeps(otherPlace(kept, place, source))];
    if (decision.note !== '') said.push(words.noteIs(decision.note));
    return said;
  });
  const about = [
    placeIn(structured, place, messages),
    words.removedKinds[place.kind],
    messages.sharedLength(end - start),
  ];
  return {
    key: `r${start}`,
    kind: 'removal',
    head: words.removed,
    about: about.filter((each) => each !== '').join('　'),
    lines: [...new Set(lines)],
    pairs: place.pairs,
    canRestore: true,
  };
}

/** The other side, as seen from here: with its speaker when it stands in another speech, its document when in another. */
function otherPlace(
  other: Passage,
  here: Pick<Passage, 'speech'>,
  { structured, documents, messages }: NoteSource,
): string {
  const home = structured.document.id;
  const on = documents.find(({ document }) => document.id === other.document);
  if (on === undefined) return '';
  const place = placeIn(on, other, messages);
  if (other.document === home && other.speech === here.speech) return messages.draftWords.inThisSpeech(place);
  const speaker = on.speeches[other.speech]?.speaker || messages.unknownSpeaker;
  return other.document === home ? `${speaker} ${place}` : `${speaker} ${place}（${on.document.name}）`;
}

function placeIn(
  { speeches }: StructuredDocument,
  { speech, measure, paragraph }: Pick<Passage, 'speech' | 'measure' | 'paragraph'>,
  messages: Messages,
): string {
  const own = speeches[speech];
  return own === undefined ? '' : messages.place(placeOf(own, measure, paragraph));
}

/** One note beside a line, with the ways to what decided it. */
export function GalleyNote({ note }: { note: Note }) {
  const { workspace, messages } = useInterface();
  const words = messages.draftWords;
  return (
    <li class={`note-${note.kind}`}>
      <b>{note.head}</b> <span>{note.about}</span>
      {note.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {note.pairs.length > 0 && (
        <div class="ways">
          {note.pairs.map((pair, index) => (
            <button
              key={pair}
              type="button"
              class="plain"
              onClick={() =>
                workspace.look({
                  screen: 'compare',
                  pair,
                  picks: [],
                  versions: false,
                  difference: 0,
                  compareTop: 0,
                })
              }
            >
              {words.compare}
              {note.pairs.length > 1 && ` ${index + 1}`}
            </button>
          ))}
          {note.canRestore && (
            <button type="button" class="plain" onClick={restore}>
              {words.restore}
            </button>
          )}
        </div>
      )}
    </li>
  );

  /** Takes back what was decided; the comparison is then undecided, and undoing decides it again. */
  function restore(): void {
    for (const pair of note.pairs) void workspace.decide(pair, null);
  }
}
