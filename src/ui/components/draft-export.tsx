import { useState } from 'preact/hooks';
import {
  WORD_WAYS,
  type DraftFormat,
  type MadeFile,
  type NotMade,
  type WordWay,
} from '../../core/draft/order.ts';
import { useMessages } from '../hooks/context.ts';
import { saveFile } from './save-file.ts';

const SINGLE: readonly DraftFormat[] = ['docx', 'txt', 'md', 'log'];

/** What came of an export. */
type Outcome = MadeFile | NotMade | null;

/** The ways to take drafts away: the open one in each format, and all in one archive; Word files as revised originals, too. */
export function DraftExport(props: {
  count: number;
  /** Whether the open document was loaded from a Word file, and whether any was. */
  isWord: boolean;
  hasWord: boolean;
  way: WordWay;
  onWay: (way: WordWay) => void;
  make: (format: DraftFormat, way: WordWay) => Promise<Outcome>;
  onReport: () => void;
}) {
  const messages = useMessages();
  const words = messages.draftWords;
  const { way } = props;
  const [outcome, setOutcome] = useState<Outcome>(null);
  const give = async (format: DraftFormat) => {
    setOutcome(null);
    const made = await props.make(format, way);
    if (made !== null && 'parts' in made) saveFile(made);
    setOutcome(made);
  };
  const hintOf = (format: DraftFormat) => {
    if (way === 'new' || !(format === 'docx' ? props.isWord : format === 'zip' && props.hasWord))
      return words.formatHints[format];
    return format === 'docx' ? words.wordWays[way] : words.zipHints[way];
  };
  const button = (format: DraftFormat) => (
    <button
      key={format}
      type="button"
      data-testid={`export-${format}`}
      title={hintOf(format)}
      onClick={() => void give(format)}
    >
      <b>{words.formats[format]}</b>
      <span>{hintOf(format)}</span>
    </button>
  );
  const isMade = outcome !== null && 'parts' in outcome;
  const remarks = isMade ? (outcome.remarks ?? []) : [];
  return (
    <section class="draft-export" aria-label={words.save}>
      <h2>
        {words.save}
        <i>{words.saveOne}</i>
      </h2>
      {props.hasWord && (
        <div class="word-ways" role="radiogroup" aria-label={words.wordWay}>
          {WORD_WAYS.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="word-way"
                value={each}
                checked={way === each}
                onChange={() => props.onWay(each)}
              />
              {words.wordWays[each]}
            </label>
          ))}
        </div>
      )}
      <div class="formats">{SINGLE.map(button)}</div>
      <h2>
        <i>{words.saveAll(props.count)}</i>
      </h2>
      <div class="formats whole">
        {button('zip')}
        <button type="button" onClick={props.onReport}>
          <b>
            {messages.report.title} <kbd>R</kbd>
          </b>
          <span>{messages.report.hint}</span>
        </button>
      </div>
      <p class="quiet" role="status">
        {isMade && words.saved(outcome.name)}
        {remarks.length > 0 && ` ${words.remarks(remarks.length)}`}
      </p>
      {remarks.length > 0 && (
        <ul class="remarks" data-testid="export-remarks">
          {remarks.map((remark, index) => (
            <li key={index}>{remark}</li>
          ))}
        </ul>
      )}
      {outcome !== null && !isMade && (
        <p class="refusal" role="alert">
          {outcome.refusal}
        </p>
      )}
    </section>
  );
}
