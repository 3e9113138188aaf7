import { formatNumber, numberFormatOf } from '../../office/number-format.ts';
import type { NoteAnchor, NoteForm, Stories, Story } from './story.ts';
import { numberIn, readWordXml } from '../../office/word-xml.ts';

/** A note with its mark, in the order of the document. */
export interface MarkedNote {
  readonly mark: string;
  readonly story: Story;
}

/** Gives the marks of one kind of notes, in the order in which they are asked for, and keeps what is to be put at the end. */
export class Notes {
  readonly marked: MarkedNote[] = [];
  private readonly kind: NoteAnchor['kind'];
  private readonly stories: ReadonlyMap<string, Story>;
  private readonly sections: Stories['sections'];
  private readonly settings: NoteForm;
  private count = 0;
  private last: NoteAnchor | null = null;

  constructor(
    kind: NoteAnchor['kind'],
    stories: ReadonlyMap<string, Story>,
    sections: Stories['sections'],
    settings: NoteForm,
  ) {
    this.kind = kind;
    this.stories = stories;
    this.sections = sections;
    this.settings = settings;
  }

  /** What stands in the text for a reference: `[1]` or ①; nothing where the text has a mark of its own. */
  mark(anchor: NoteAnchor): string {
    const story = this.stories.get(anchor.id);
    if (story === undefined || story.type !== '') return '';
    const mark = anchor.isWritten ? '' : this.counted(anchor);
    this.marked.push({ mark, story });
    return mark;
  }

  private counted(anchor: NoteAnchor): string {
    const own = this.sections[anchor.section]?.[this.kind];
    const restart = own?.restart ?? this.settings.restart;
    const isAnew =
      this.last === null ||
      (restart === 'eachPage' && this.last.page !== anchor.page) ||
      (restart === 'eachSect' && this.last.section !== anchor.section);
    this.count = isAnew ? (own?.start ?? this.settings.start ?? 1) : this.count + 1;
    this.last = anchor;
    const usual = this.kind === 'footnote' ? 'decimal' : 'lowerRoman';
    const format = numberFormatOf(own?.format ?? this.settings.format ?? usual);
    const numeral = formatNumber(this.count, format);
    // Bare digits and letters would be read as part of the word before them.
    return /^[\p{Nd}\p{L}]+$/u.test(numeral) ? `[${numeral}]` : numeral;
  }
}

/** How `settings.xml` says that notes are numbered. */
export function readNoteSettings(bytes: Uint8Array | null): { footnote: NoteForm; endnote: NoteForm } {
  const settings = {
    footnote: { format: null, start: null, restart: null } as NoteForm,
    endnote: { format: null, start: null, restart: null } as NoteForm,
  };
  if (bytes === null) return settings;
  let form: NoteForm | null = null;
  readWordXml(bytes, {
    open(name, attributes) {
      if (name === 'w:footnotePr') form = settings.footnote;
      else if (name === 'w:endnotePr') form = settings.endnote;
      else if (form === null) return;
      else if (name === 'w:numFmt') form.format = attributes['w:val'] ?? null;
      else if (name === 'w:numStart') form.start = numberIn(attributes);
      else if (name === 'w:numRestart') form.restart = attributes['w:val'] ?? null;
    },
    close(name) {
      if (name === 'w:footnotePr' || name === 'w:endnotePr') form = null;
    },
  });
  return settings;
}
