import type { DraftDocument } from './draft-document.ts';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * The draft as plain text in UTF-8, with the line ends of the original. It begins with a byte order mark: without one,
 * Notepad before Windows 10 and WPS take the bytes for GBK and show garbage.
 */
export function toText({ text }: DraftDocument): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(BYTE_ORDER_MARK + text);
}
