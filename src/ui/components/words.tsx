import { useMessages } from '../hooks/context.ts';

/** Text as it is read: a line end inside a passage is a break of the manuscript, not a space. */
export function Words({ text }: { text: string }) {
  const messages = useMessages();
  if (!text.includes('\n') && !text.includes('\r')) return <>{text}</>;
  return (
    <>
      {text.split(/\r\n|\r|\n/).map((line, index) => (
        <>
          {index > 0 && line !== '' && <span class="page-break" title={messages.pageBreak} />}
          {line}
        </>
      ))}
    </>
  );
}
