import { useEffect, useState } from 'preact/hooks';
import type { ColumnsQuestion } from '../../app/state.ts';
import { columnName } from '../../core/table/column-name.ts';
import type { Speech, StructuredDocument } from '../../core/structure/speech.ts';
import {
  COLUMN_USES,
  type ColumnUse,
  type TableReading,
  type TableSample,
} from '../../core/table/table-reading.ts';
import { useInterface } from '../hooks/context.ts';
import { Dialog } from './dialog.tsx';

/** Of what would be read: how many speeches are shown, how many beginnings of each, and how long, in UTF-16 units. */
const SPEECHES_SHOWN = 6;
const OPENINGS_SHOWN = 4;
const OPENING_SHOWN = 60;
const UNITS: readonly TableReading['per'][] = ['row', 'cell'];

/** Asks what the columns of a file's tables hold, with the beginning of each table and of what would be read. */
export function ColumnsDialog({ question }: { question: ColumnsQuestion }) {
  const { workspace, messages } = useInterface();
  const { name, tables, isAgain } = question;
  const [readings, setReadings] = useState(() =>
    Object.fromEntries(tables.map(({ key, reading }) => [key, reading])),
  );
  const [at, setAt] = useState(0);
  const sample = tables[at] as TableSample;
  const reading = readings[sample.key] as TableReading;
  const change = (part: Partial<TableReading>) =>
    setReadings({ ...readings, [sample.key]: { ...reading, ...part } });
  const hasText = Object.values(readings).some(({ uses }) => uses.includes('text'));
  return (
    <Dialog
      title={messages.columnsTitle}
      name="map-columns"
      onClose={() => workspace.answerColumns(question, null)}
    >
      <form method="dialog" onSubmit={() => workspace.answerColumns(question, readings)}>
        <p>
          <b>{name}</b>
        </p>
        <p class="quiet">{messages.columnsHint}</p>
        <div class="settings">
          {tables.length > 1 && (
            <label>
              {messages.sheet}
              <select value={at} onChange={(event) => setAt(Number(event.currentTarget.value))}>
                {tables.map((table, index) => (
                  <option key={index} value={index}>
                    {table.name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <div class="segmented" role="group" aria-label={messages.tableUnit}>
            {UNITS.map((per) => (
              <button
                key={per}
                type="button"
                aria-pressed={reading.per === per}
                onClick={() => change({ per })}
              >
                {messages.tableUnits[per]}
              </button>
            ))}
          </div>
          <label>
            <input
              type="checkbox"
              checked={reading.isHeaded}
              onChange={(event) => change({ isHeaded: event.currentTarget.checked })}
            />
            {messages.rowIsHeader(sample.heading + 1)}
          </label>
          <span class="quiet">
            {messages.tableSize(sample.rowCount, sample.columnCount)}
            {sample.columnCount > widthOf(sample) && messages.columnsBeyond(widthOf(sample))}
          </span>
        </div>
        <SampleTable
          sample={sample}
          reading={reading}
          onUse={(column, use) => change({ uses: withUse(reading.uses, column, use) })}
        />
        <Preview sample={sample} reading={reading} />
        <div class="actions">
          {!isAgain && (
            <button
              type="button"
              class="framed"
              onClick={(event) => {
                workspace.cancel();
                event.currentTarget.closest('dialog')?.close();
              }}
            >
              {messages.stopLoading}
            </button>
          )}
          <button
            type="button"
            class="framed"
            onClick={(event) => event.currentTarget.closest('dialog')?.close()}
          >
            {isAgain ? messages.cancel : messages.columnsLeave}
          </button>
          <button type="submit" class="framed primary" disabled={!hasText}>
            {messages.columnsAccept}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The first rows, with what each column holds above it. */
function SampleTable(props: {
  sample: TableSample;
  reading: TableReading;
  onUse: (column: number, use: ColumnUse | null) => void;
}) {
  const { messages } = useInterface();
  const { sample, reading } = props;
  const columns = Array.from({ length: widthOf(sample) }, (_, column) => column);
  const heldBy = (column: number) => reading.uses[column] ?? null;
  return (
    <div class="sample" tabIndex={0} role="region" aria-label={messages.tableBeginning}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                <select
                  value={heldBy(column) ?? ''}
                  autoFocus={column === 0}
                  aria-label={messages.columnNamed(
                    columnName(column),
                    sample.rows[sample.heading]?.[column]?.trim() ?? '',
                  )}
                  onChange={(event) =>
                    props.onUse(column, COLUMN_USES.find((use) => use === event.currentTarget.value) ?? null)
                  }
                >
                  {COLUMN_USES.map((use) => (
                    <option key={use} value={use}>
                      {messages.columnUses[use]}
                    </option>
                  ))}
                  <option value="">{messages.columnUnread}</option>
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.rows.map((row, index) => (
            <tr key={index} class={classOf(index)}>
              {columns.map((column) => (
                <td key={column} class={heldBy(column) === null ? 'unread' : undefined}>
                  <div>{row[column]}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function classOf(row: number): string | undefined {
    if (row < sample.heading) return 'above';
    return row === sample.heading && reading.isHeaded ? 'heading' : undefined;
  }
}

/** What would be read, as soon as the workers have it. */
function Preview({ sample, reading }: { sample: TableSample; reading: TableReading }) {
  const { workspace, messages } = useInterface();
  const [read, setRead] = useState<StructuredDocument | null | 'unknown'>('unknown');
  useEffect(() => {
    const stop = new AbortController();
    void (async () => {
      const previewed = await workspace.previewTable(sample, reading, stop.signal);
      if (!stop.signal.aborted) setRead(previewed);
    })();
    return () => stop.abort();
  }, [workspace, sample, reading]);
  return (
    <section class="preview" aria-live="polite" aria-label={messages.columnsPreview}>
      <h3>{messages.columnsPreview}</h3>
      {read === null && <p class="quiet">{messages.columnsPreviewNone}</p>}
      {read !== null &&
        read !== 'unknown' &&
        read.speeches.slice(0, SPEECHES_SHOWN).map((speech, index) => (
          <div key={index} data-testid="previewed">
            <p>
              <b>{speech.speaker || messages.unknownSpeaker}</b> <span>{speech.role}</span>{' '}
              <i>{speech.title || messages.noTitle}</i>
            </p>
            {openingsOf(speech, read.document.text).map((opening, nth) => (
              <p key={nth} class="song">
                {opening}
              </p>
            ))}
          </div>
        ))}
    </section>
  );
}

/** How the measures and paragraphs of a speech begin. */
function openingsOf({ measures, paragraphs }: Speech, text: string): readonly string[] {
  return [...measures.map(({ span }) => span), ...paragraphs]
    .sort((a, b) => a.start - b.start)
    .slice(0, OPENINGS_SHOWN)
    .map(({ start, end }) => text.slice(start, Math.min(end, start + OPENING_SHOWN)));
}

function widthOf({ rows }: TableSample): number {
  return Math.max(...rows.map((row) => row.length));
}

/** The uses with that of one column changed; another column gives up what only one can be. */
function withUse(uses: TableReading['uses'], column: number, use: ColumnUse | null): (ColumnUse | null)[] {
  const changed = Array.from(
    { length: Math.max(uses.length, column + 1) },
    (_, index) => uses[index] ?? null,
  );
  if (use !== null && use !== 'text')
    for (const [other, its] of changed.entries()) if (its === use) changed[other] = null;
  changed[column] = use;
  return changed;
}
