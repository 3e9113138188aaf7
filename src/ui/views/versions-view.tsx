import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Settings, View } from '../../app/state.ts';
import { agreementsOf, countsOf, entriesOf, shownEntries } from '../../core/diff/variorum.ts';
import { findingBetween, pickOf, versionAt, versionsOf } from '../../core/review/versions.ts';
import type { Witness } from '../../core/review/witness.ts';
import type { Pair, Passage } from '../../core/reuse/pair.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';
import { BaseText } from '../components/base-text.tsx';
import { MarkSwitches } from '../components/mark-switches.tsx';
import { VariantApparatus } from '../components/variant-apparatus.tsx';
import { VersionColumns } from '../components/version-columns.tsx';
import { Walk } from '../components/walk.tsx';
import { WitnessList } from '../components/witness-list.tsx';
import { bringIntoView } from '../hooks/bring-into-view.ts';
import { useInterface } from '../hooks/context.ts';
import { useLinkedEntries } from '../hooks/use-linked-entries.ts';
import { useScrollMemory } from '../hooks/use-scroll-memory.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { useSynopsis } from '../hooks/use-synopsis.ts';
import { PairSteps } from '../components/pair-steps.tsx';

/** All places that say the same, against one of them: who they are, their texts, and the apparatus of variants. */
export function VersionsView(props: {
  pair: Pair;
  /** What the view must know so that this pair stays open. */
  asOpen: Partial<View>;
  members: readonly Passage[];
  documents: ReadonlyMap<DocumentId, StructuredDocument>;
  pairs: readonly Pair[];
  settings: Settings;
  position: number;
  count: number;
  /** The number of the chosen locus, 0 for none. */
  difference: number;
  top: number;
  onStep: (by: number) => void;
  onClose: () => void;
}) {
  const { pair, members, documents, settings, difference } = props;
  const { hiddenMarks } = settings;
  const { workspace, messages } = useInterface();
  const scroller = useRef<HTMLDivElement>(null);
  const versions = useMemo(() => versionsOf(members, documents), [members, documents]);
  const texts = useMemo(() => versions.map(({ text }) => text), [versions]);
  const [chosenBase, setBase] = useState<{ versions: readonly Witness[]; index: number } | null>(null);
  const first = useMemo(() => versionAt(versions, pair.a), [versions, pair]);
  const base = chosenBase?.versions === versions ? chosenBase.index : first;
  const synopsis = useSynopsis(texts, base);
  const collation = synopsis?.collation ?? null;
  const all = useMemo(() => (collation === null ? [] : entriesOf(collation)), [collation]);
  const entries = useMemo(() => shownEntries(all, (kind) => !hiddenMarks.includes(kind)), [all, hiddenMarks]);
  const counts = useMemo(() => countsOf(all), [all]);
  const agreements = useMemo(() => collation && agreementsOf(collation), [collation]);
  const chosen = entries.some(({ number }) => number === difference) ? difference : 0;
  const position = entries.findIndex(({ number }) => number === chosen) + 1;

  const choose = (number: number) => workspace.look({ ...props.asOpen, difference: number });
  const walk = (by: number) => {
    const next =
      by > 0
        ? (entries.find(({ number }) => number > difference) ?? entries[0])
        : (entries.findLast(({ number }) => number < difference) ?? entries.at(-1));
    if (next !== undefined) choose(next.number);
  };
  const openDocument = (version: number) => {
    const passage = versions[version]?.passage;
    if (passage === undefined) return;
    const { document, span } = passage;
    workspace.look({ screen: 'documents', ...props.asOpen, document, documentAt: span.start });
  };
  const compareWithBase = (version: number) => {
    const [one, other] = [versions[base]?.passage, versions[version]?.passage];
    if (one === undefined || other === undefined) return;
    const found = findingBetween(props.pairs, one, other);
    const shown =
      found === undefined ? { picks: [pickOf(one), pickOf(other)] } : { pair: found.id, picks: [] };
    workspace.look({ ...shown, versions: false, difference: 0, compareTop: 0 });
  };

  useScrollMemory(scroller, pair.id, props.top, (compareTop) => workspace.look({ compareTop }));
  useLinkedEntries(scroller);
  const isOpened = useRef(false);
  useEffect(() => {
    if (isOpened.current && scroller.current) bringIntoView(scroller.current, chosen);
    isOpened.current = true;
  }, [chosen]);
  useShortcuts((command) => {
    if (command !== 'previous-difference' && command !== 'next-difference') return false;
    walk(command === 'next-difference' ? 1 : -1);
    return true;
  });

  const who = ({ speech, place }: Witness) =>
    [speech.speaker || messages.unknownSpeaker, messages.place(place)].join(' ');
  const labels = versions.map(
    (version, index) => `${index === base ? messages.base : ''} ${messages.siglum(index)} ${who(version)}`,
  );
  const baseWitness = versions[base];
  return (
    <main class="comparison versions">
      <div class="verdict">
        <h1>
          {agreements === null
            ? messages.versions
            : messages.synopsis(agreements.filter((_, version) => version !== base))}
        </h1>
        <div class="nth">
          {props.position > 0 && <span>{messages.nth(props.position, props.count)}</span>}
          <button type="button" class="plain versions" title={messages.backToTwoHint} onClick={props.onClose}>
            {messages.backToTwo}
          </button>
          <PairSteps onStep={props.onStep} />
        </div>
        <p class="reason taking">
          <span>
            {baseWitness !== undefined &&
              messages.baseIs(messages.siglum(base), who(baseWitness), collation?.loci.length ?? 0)}
          </span>
          <span class="take">
            <button type="button" class="plain" onClick={() => window.print()}>
              {messages.print}
            </button>
          </span>
        </p>
      </div>
      <div class="tools">
        <MarkSwitches counts={counts} hidden={hiddenMarks} />
        <Walk
          words={messages.variantOf(position, entries.length)}
          none={
            collation === null
              ? messages.collating
              : collation.loci.length === 0
                ? messages.noVariant
                : messages.allHidden
          }
          isNone={entries.length === 0}
          onWalk={walk}
        />
      </div>
      <div class="scroll" ref={scroller} tabIndex={0} aria-label={messages.versions}>
        <WitnessList
          versions={versions}
          base={base}
          agreements={agreements}
          onBase={(index) => {
            setBase({ versions, index });
            // The loci are others now.
            workspace.look({ difference: 0 });
          }}
          onOpen={openDocument}
          onCompare={compareWithBase}
        />
        {synopsis === null ? (
          <p class="collating" role="status">
            {messages.collating}
          </p>
        ) : (
          <>
            {synopsis.columns === null ? (
              <BaseText
                text={synopsis.collation.base}
                label={labels[base] ?? ''}
                entries={entries}
                chosen={chosen}
                onChoose={choose}
              />
            ) : (
              <VersionColumns
                synopsis={synopsis}
                columns={synopsis.columns}
                entries={entries}
                hidden={hiddenMarks}
                chosen={chosen}
                heads={versions.map((version, index) => (
                  <header key={index} class="version-head">
                    <span class="siglum">{messages.siglum(index)}</span>
                    <b>{version.speech.speaker || messages.unknownSpeaker}</b>
                    <span class="place">{messages.place(version.place)}</span>
                    {index === base && <em>{messages.base}</em>}
                  </header>
                ))}
                labels={labels}
                onChoose={choose}
              />
            )}
            {synopsis.collation.coarse && <p class="coarse">{messages.coarse}</p>}
            <VariantApparatus
              collation={synopsis.collation}
              entries={entries}
              versions={versions}
              chosen={chosen}
              onChoose={choose}
            />
          </>
        )}
      </div>
    </main>
  );
}
