import { useState } from 'preact/hooks';
import { takeCsv, takePng, takeSvg } from '../../drawing/take-along.ts';
import type { Picture } from '../../drawing/shape.ts';
import { useMessages } from '../../hooks/context.ts';

/** The ways to take a picture, a table or both along; each is made when it is asked for. */
export function TakeAlong(props: { what: string; picture?: () => Picture; csv?: () => string }) {
  const { what, picture, csv } = props;
  const { inOverview: words } = useMessages();
  const [hasFailed, setFailed] = useState(false);
  const name = words.fileName(what);
  const button = (format: string, take: () => void) => (
    <button
      type="button"
      class="plain"
      aria-label={words.save(what, format)}
      title={words.save(what, format)}
      onClick={take}
    >
      {format}
    </button>
  );
  return (
    <span class="take-along">
      {picture && button('SVG', () => takeSvg(picture(), name))}
      {picture && button('PNG', () => void takePng(picture(), name).then((isDone) => setFailed(!isDone)))}
      {csv && button('CSV', () => takeCsv(csv(), name))}
      {hasFailed && <span role="alert">{words.pngFailed}</span>}
    </span>
  );
}
