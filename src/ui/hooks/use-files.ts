import { useEffect, useRef, useState } from 'preact/hooks';
import type { LoadSource, Workspace } from '../../app/workspace.ts';
import { folderSource } from './dropped-folder.ts';

/** Files dropped anywhere on the page, or pasted anywhere outside of a field, are loaded; so is pasted text. */
export function useFiles(workspace: Workspace): { readonly isDragging: boolean } {
  const [isDragging, setDragging] = useState(false);
  // Entering a child fires before leaving its parent: the page is left when as many were left as were entered.
  const depth = useRef(0);
  useEffect(() => {
    const stop = new AbortController();
    const on = <Type extends keyof WindowEventMap>(
      type: Type,
      listener: (event: WindowEventMap[Type]) => void,
    ) => window.addEventListener(type, listener, { signal: stop.signal });
    on('dragenter', (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth.current++;
      setDragging(true);
    });
    on('dragleave', () => {
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setDragging(false);
    });
    on('dragover', (event) => {
      if (carriesFiles(event)) event.preventDefault();
    });
    on('drop', (event) => {
      depth.current = 0;
      setDragging(false);
      if (event.dataTransfer === null) return;
      event.preventDefault();
      const sources = sourcesOf(event.dataTransfer);
      if (sources.length > 0) void workspace.load(sources);
      else pasteFrom(event.dataTransfer);
    });
    on('paste', (event) => {
      const { target, clipboardData } = event;
      const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      if (isField || clipboardData === null) return;
      event.preventDefault();
      const sources = sourcesOf(clipboardData);
      if (sources.length > 0) void workspace.load(sources);
      else pasteFrom(clipboardData);
    });
    return () => stop.abort();

    function pasteFrom(transfer: DataTransfer): void {
      const text = transfer.getData('text/plain');
      const rich = [transfer.getData('text/html'), transfer.getData('text/rtf')].find(
        (form) => form.trim() !== '',
      );
      if (text.trim() !== '' || rich !== undefined) void workspace.paste(text, rich);
    }
  }, [workspace]);
  return { isDragging };
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function sourcesOf(transfer: DataTransfer): LoadSource[] {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  return items.flatMap((item): LoadSource[] => {
    const folder = folderSource(item);
    if (folder !== null) return [folder];
    const file = item.getAsFile();
    return file === null ? [] : [{ name: file.name, bytes: file }];
  });
}
