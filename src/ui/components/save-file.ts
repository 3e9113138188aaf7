import type { MadeFile } from '../../core/draft/order.ts';

/** In milliseconds: a browser reads the file within it, however large. */
const KEPT_FOR = 60_000;

/** Gives the user a file as a download, over http and from disk alike; nothing leaves the page. */
export function saveFile({ name, mime, parts }: MadeFile): void {
  const url = URL.createObjectURL(new Blob([...parts], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_FOR);
}
