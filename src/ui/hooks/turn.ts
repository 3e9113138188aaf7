/** How long the page works in one go on what is not missed in the first moment, in milliseconds: a frame has room for it. */
export const TURN = 8;
