import { Composer } from '../composer.ts';
import type { Importer } from '../importer.ts';
import { readRtf } from './reader.ts';
import type { RtfParagraph } from './sink.ts';

const SIGNATURE = [...'{\\rtf'].map((character) => character.charCodeAt(0));

/** Rich Text Format, as Word, WPS, WordPad and LibreOffice write it. */
export const rtf: Importer = {
  accepts: ({ bytes }) => SIGNATURE.every((byte, i) => bytes[i] === byte),
  read({ bytes }) {
    const { main, boxes, notes } = readRtf(bytes);
    const composer = new Composer();
    const add = ({ text, level, isCell, number, asides }: RtfParagraph, plain: 'text' | 'box') => {
      const kind = isCell ? 'cell' : level > 0 ? 'heading' : plain;
      composer.add(text, { kind, level: kind === 'heading' ? level : 0, number }, asides);
    };
    for (const paragraph of main.paragraphs) add(paragraph, 'text');
    for (const { paragraphs } of boxes) for (const paragraph of paragraphs) add(paragraph, 'box');
    for (const { label, sink } of notes) {
      sink.paragraphs.forEach(({ text, asides }, i) =>
        composer.add(text, { kind: 'note', number: i === 0 ? `${label} ` : null }, asides),
      );
    }
    return composer.finish();
  },
};
