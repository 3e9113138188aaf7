import { ImportError } from '../../core/text/imported.ts';
import type { ParagraphKind } from '../../core/text/layout.ts';
import { isCompoundFile, openCompoundFile } from '../../office/compound-file.ts';
import { Composer } from '../composer.ts';
import type { Importer } from '../importer.ts';
import { readHeader } from './header.ts';
import { Lists } from './lists.ts';
import { readAuthors, readComments, readNotes } from './notes.ts';
import { StoryReader, type DocParagraph, type Marks } from './story.ts';

/**
 * Word 97 to 2003 and Kingsoft's .wps, which is the same format ([MS-DOC]). Other compound files are refused by what they
 * hold: Excel, PowerPoint, Works, and files of today with a password.
 */
export const doc: Importer = {
  accepts: ({ bytes }) => isCompoundFile(bytes),
  read({ bytes }, onProgress) {
    const container = openCompoundFile(bytes);
    if (container.names.includes('EncryptedPackage')) throw new ImportError('encrypted');
    if (!container.names.includes('WordDocument')) throw new ImportError('unsupported');
    const file = readHeader((name) => container.read(name));
    const { stories } = file;
    const footnotesFrom = stories.main;
    const commentsFrom = footnotesFrom + stories.footnotes + stories.headers;
    const endnotesFrom = commentsFrom + stories.comments;
    const boxesFrom = endnotesFrom + stories.endnotes;

    const reader = new StoryReader(file);
    onProgress(0.3);
    const notes = [
      ...readNotes(file, { marks: 'footnoteMarks', texts: 'footnotes' }, footnotesFrom, 'decimal'),
      ...readNotes(file, { marks: 'endnoteMarks', texts: 'endnotes' }, endnotesFrom, 'lowerRoman'),
    ];
    const marks: Marks = {
      words: new Map(notes.map(({ mark, label }) => [mark, label])),
      comments: readComments(file, reader, commentsFrom),
      authors: readAuthors(file.table('revisionAuthors')),
    };
    const lists = new Lists(file);
    const composer = new Composer();
    for (const paragraph of reader.read(0, stories.main, marks)) addParagraph(paragraph);
    onProgress(0.9);
    for (const paragraph of reader.read(boxesFrom, boxesFrom + stories.boxes, marks))
      addParagraph(paragraph, 'box');
    for (const { start, end, label } of notes) {
      const paragraphs = reader.read(start, end, marks);
      paragraphs.forEach(({ text, asides }, i) =>
        composer.add(text, { kind: 'note', number: i === 0 ? `${label} ` : null }, asides),
      );
    }
    return composer.finish();

    function addParagraph(
      { text, properties, isCell, asides }: DocParagraph,
      kind: ParagraphKind = 'text',
    ): void {
      const { level, list, listLevel } = properties;
      const number = list === 0 ? null : lists.next(list, listLevel);
      const own = isCell ? 'cell' : level > 0 ? 'heading' : kind;
      composer.add(text, { kind: own, level: own === 'heading' ? level : 0, number }, asides);
    }
  },
};
