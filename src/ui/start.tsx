import { render } from 'preact';

/** Shows the app in `root`. */
export function start(root: HTMLElement): void {
  render(
    <main>
      <h1>雷同 {__VERSION__}</h1>
      <p data-testid="status" data-state="ready" data-count="0" />
      <p data-testid="finding" />
    </main>,
    root,
  );
}
