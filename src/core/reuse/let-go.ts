/** What a browser of 2023 cannot yet: it lets go a little later. */
interface Transferable {
  transfer?(length: number): ArrayBuffer;
}

/**
 * Gives the memory of a list back at once. Nothing may read it any more. Else it is there until somebody looks for what is no
 * longer needed, which large lists, being few objects, give little reason to.
 */
export function letGo({ buffer }: { readonly buffer: ArrayBufferLike }): void {
  (buffer as Transferable).transfer?.(0);
}
