import { readingLinesOf } from '../../../core/structure/reading-lines.ts';
import type { StructuredDocument } from '../../../core/structure/speech.ts';
import { InterfaceContext, type Interface } from '../../hooks/context.ts';
import { Legend } from './reading-bar.tsx';
import { leadOf, LineMargin } from './reading-row.tsx';
import { ReadingText, segmentsOfLine, type ReadingLayers } from './reading-text.tsx';

/** All of a document on paper: what is underlined, lettered and struck on the screen, and how often each line stands elsewhere. */
export function PrintedReading(props: {
  shared: Interface;
  structured: StructuredDocument;
  layers: ReadingLayers;
}) {
  const { shared, structured, layers } = props;
  return (
    <InterfaceContext.Provider value={shared}>
      <div class="reading">
        <h1>{structured.document.name}</h1>
        <Legend />
        {readingLinesOf(structured).map((line, index) => {
          const speech = structured.speeches[line.speech];
          if (speech === undefined) return null;
          const depth = layers.marks?.depths[index] ?? 0;
          return (
            <div
              key={index}
              class={`line ${line.role}${line.opensSpeech ? ' opens' : ''}`}
              data-level={line.level}
            >
              <LineMargin structured={structured} line={line} />
              <p style={leadOf(layers.marks, index)}>
                <ReadingText
                  layers={layers}
                  line={line}
                  speech={speech}
                  segments={segmentsOfLine(layers, line, index, speech)}
                  messages={shared.messages}
                  canFocus={false}
                />
              </p>
              <span class="depth">{depth > 0 && `×${depth}`}</span>
            </div>
          );
        })}
      </div>
    </InterfaceContext.Provider>
  );
}
