import { useMemo, useState } from 'preact/hooks';
import type { AppState } from '../../app/state.ts';
import {
  REPORT_FORMATS,
  isDecided,
  listedOf,
  type ReportChoice,
  type ReportFormat,
} from '../../core/report/order.ts';
import type { Detection, Pair } from '../../core/reuse/pair.ts';
import { filterPairs } from '../../core/review/filter.ts';
import { automaticThreshold } from '../../core/review/threshold.ts';
import { languageFor } from '../../i18n/index.ts';
import { useInterface } from '../hooks/context.ts';
import { Dialog } from './dialog.tsx';
import { reportPictures } from './overview/report-pictures.ts';
import { saveFile } from './save-file.ts';

const TWO = 2;

/** What a report is made as and of: the format, which findings, and whether names are masked. */
export function ReportDialog(props: { state: AppState; findings: readonly Pair[]; onClose: () => void }) {
  const { state, findings, onClose } = props;
  const { workspace, messages } = useInterface();
  const words = messages.report;
  const [choice, setChoice] = useState<ReportChoice>({
    format: state.settings.reportFormat,
    isMasked: state.settings.reportMasked,
    isFiltered: false,
    isDecidedOnly: false,
  });
  const [said, setSaid] = useState('');
  const [isMaking, setMaking] = useState(false);
  const { documents, decisions, detection, restored, view } = state;
  const filtered = useMemo(() => {
    const byId = new Map(documents.map((each) => [each.document.id, each]));
    return filterPairs(findings, view.filter, automaticThreshold(findings), byId, decisions);
  }, [findings, documents, decisions, view.filter]);
  const decided = (choice.isFiltered ? filtered : findings).filter(({ id }) => isDecided(decisions.get(id)));
  const change = (part: Partial<ReportChoice>) => {
    setSaid('');
    const { format, isMasked } = { ...choice, ...part };
    setChoice({ ...choice, ...part });
    void workspace.set({ reportFormat: format, reportMasked: isMasked });
  };
  const radio = (group: string, name: string, hint: string, isChosen: boolean, choose: () => void) => (
    <label key={name}>
      <input type="radio" name={group} checked={isChosen} autoFocus={isChosen} onChange={choose} />
      <span>
        <b>{name}</b>
        {hint !== '' && <small>{hint}</small>}
      </span>
    </label>
  );
  const check = (name: string, hint: string, isChosen: boolean, choose: (value: boolean) => void) => (
    <label>
      <input type="checkbox" checked={isChosen} onChange={(event) => choose(event.currentTarget.checked)} />
      <span>
        <b>{name}</b>
        {hint !== '' && <small>{hint}</small>}
      </span>
    </label>
  );
  return (
    <Dialog title={words.title} name="report" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <fieldset disabled={isMaking}>
          <legend>{words.format}</legend>
          {REPORT_FORMATS.map((format: ReportFormat) =>
            radio('format', words.formats[format], words.formatHints[format], choice.format === format, () =>
              change({ format }),
            ),
          )}
        </fieldset>
        <fieldset disabled={isMaking}>
          <legend>{words.scope}</legend>
          {radio('scope', words.everything(findings.length), '', !choice.isFiltered, () =>
            change({ isFiltered: false }),
          )}
          {filtered.length < findings.length &&
            radio('scope', words.filtered(filtered.length), '', choice.isFiltered, () =>
              change({ isFiltered: true }),
            )}
          {check(words.decidedOnly(decided.length), '', choice.isDecidedOnly, (isDecidedOnly) =>
            change({ isDecidedOnly }),
          )}
          <p class="quiet">{words.wholeHint}</p>
        </fieldset>
        <fieldset disabled={isMaking}>
          <legend class="unseen">{words.mask}</legend>
          {check(words.mask, words.maskHint, choice.isMasked, (isMasked) => change({ isMasked }))}
        </fieldset>
        <div class="actions">
          <p class="quiet" role="status">
            {isMaking ? words.making(percentOf(state)) : said}
          </p>
          {isMaking ? (
            // Another element than the one that submits: a click that turned it into that would begin anew.
            <button key="stop" type="button" class="framed" onClick={() => workspace.cancel()}>
              {messages.stop}
            </button>
          ) : (
            <button key="make" type="submit" class="framed primary" data-testid="make-report">
              {words.make}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );

  async function make(): Promise<void> {
    const source = { detection: detection as Detection, findings, filtered, decisions, restored };
    const listed = listedOf(source, choice);
    setMaking(true);
    setSaid('');
    const pairs = listed === null ? findings : [...listed].flatMap((index) => findings[index] ?? []);
    const pictures =
      choice.format === 'html'
        ? await reportPictures(documents, source, pairs, choice.isMasked, messages)
        : [];
    const file = await workspace.exportReport(
      {
        ...choice,
        listed,
        pictures,
        language: state.settings.language ?? languageFor(navigator.languages),
        restored: [...restored],
        limits: source.detection.limits,
        isPartial: state.stale || state.early,
        madeAt: minuteOf(new Date()),
        version: __VERSION__,
      },
      source,
    );
    setMaking(false);
    if (file !== null) saveFile(file);
    const fault = workspace.store.get().fault === 'export-failed';
    setSaid(
      file !== null
        ? words.saved(file.name, listed?.length ?? findings.length)
        : fault
          ? words.failed
          : words.stopped,
    );
  }
}

function percentOf({ work }: AppState): number {
  return work?.kind === 'exporting' ? Math.round(work.done * 100) : 0;
}

/** 2026-11-25 09:30, by the reader's clock. */
function minuteOf(date: Date): string {
  const two = (value: number) => String(value).padStart(TWO, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
