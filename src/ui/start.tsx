import { render } from 'preact';

/** Shows the app in `root`. */
export function start(root: HTMLElement): void {
  render(<main lang="en">Leitong {__VERSION__}</main>, root);
}
