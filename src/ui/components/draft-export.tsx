import { useState } from 'preact/hooks';
import type { DraftFormat, MadeFile } from '../../core/draft/order.ts';
import { useMessages } from '../hooks/context.ts';
import { saveFile } from './save-file.ts';

const SINGLE: readonly DraftFormat[] = ['docx', 'txt', 'md', 'log'];

/** The ways to take drafts away: the open one in each format, and all in one archive. */
export function DraftExport(props: {
  count: number;
  make: (format: DraftFormat) => Promise<MadeFile | null>;
  onReport: () => void;
}) {
  const messages = useMessages();
  const words = messages.draftWords;
  const [saved, setSaved] = useState('');
  const give = async (format: DraftFormat) => {
    setSaved('');
    const file = await props.make(format);
    if (file === null) return;
    saveFile(file);
    setSaved(words.saved(file.name));
  };
  const button = (format: DraftFormat) => (
    <button
      key={format}
      type="button"
      data-testid={`export-${format}`}
      title={words.formatHints[format]}
      onClick={() => void give(format)}
    >
      <b>{words.formats[format]}</b>
      <span>{words.formatHints[format]}</span>
    </button>
  );
  return (
    <section class="draft-export" aria-label={words.save}>
      <h2>
        {words.save}
        <i>{words.saveOne}</i>
      </h2>
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
        {saved}
      </p>
    </section>
  );
}
