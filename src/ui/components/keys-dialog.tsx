import { useMessages } from '../hooks/context.ts';
import { Dialog } from './dialog.tsx';

/** Keys, and what they do. */
type Row = readonly [keys: readonly string[], name: string];

/** All keys of the page by screen, under `?`. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const messages = useMessages();
  const names = messages.keyNames;
  const lines = messages.inStructure.keys;
  const own = messages.decideWords.keys;
  const groups: readonly (readonly [title: string, rows: readonly Row[]])[] = [
    [
      names.inCompare,
      [
        [['↑', '↓', 'K', 'J'], names.pairs],
        [['←', '→', 'P', 'N'], names.differences],
        [['/'], names.search],
        [['L', '⇧ L'], names.layout],
        [['F'], names.folds],
        [['G'], names.versions],
        [['C'], names.context],
        [['⇧ C'], names.moreContext],
        [['[', ']'], names.openInDocument],
        [['⇧ 1', '⇧ 2'], names.copySide],
        [['⇧ 3'], names.copyComparison],
        [['Ctrl P'], names.print],
      ],
    ],
    [
      messages.decide,
      [
        [['1'], names.keepA],
        [['2'], names.keepB],
        [['3'], names.keepAll],
        [['4'], names.flag],
        [['1', '…', '9'], own.reasons],
        [['5'], own.boilerplate],
        [['6', '7'], own.only],
        [['8'], own.keepGroup],
        [['0'], names.note],
        [['E', '⇧ E'], own.rewrite],
        [['M'], own.many],
      ],
    ],
    [
      names.inDocuments,
      [
        [['↑', '↓', 'Home', 'End'], messages.inReading.keyLines],
        [['←', '→', 'Enter'], messages.inReading.keyMarks],
        [['S'], lines.speech],
        [['W'], lines.speaker],
        [['1', '2', '3', '0'], lines.headings],
        [['M'], lines.measure],
        [['E'], lines.paragraph],
        [['H', '⇧ H'], lines.running],
        [['X'], lines.takeBack],
      ],
    ],
    [names.inDraft, [[['↑', '↓'], names.stops]]],
    [
      names.everywhere,
      [
        [['O'], names.overview],
        [['V'], names.screens],
        [['B'], names.boilerplate],
        [['D'], names.draft],
        [['R'], names.report],
        [['Z', 'Ctrl Z'], names.undo],
        [['⇧ Z', 'Ctrl Y'], own.redo],
        [['H'], own.history],
        [['Ctrl F'], names.findText],
        [['Ctrl O'], names.files],
        [['Ctrl S'], messages.inProject.save],
        [['Ctrl V'], names.paste],
        [['?'], names.help],
        [['Esc'], names.close],
      ],
    ],
  ];
  return (
    <Dialog title={messages.keysTitle} name="keys" onClose={onClose}>
      <div class="groups">
        {groups.map(([title, rows]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([keys, name]) => (
                <div key={name}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{name}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="quiet">{messages.keysHint}</p>
    </Dialog>
  );
}
