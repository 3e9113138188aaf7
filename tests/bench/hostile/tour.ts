import type { Page } from 'playwright-core';
import type { Visit } from '../detection/page/visit.ts';
import type { Journal } from '../detection/page/journal.ts';

/** One thing that a user does: how long until the page shows it, and how long the page was deaf meanwhile. */
export interface Step {
  readonly name: string;
  /** In milliseconds; NaN when it did not come. */
  readonly wait: number;
  readonly silence: number;
}

/** In milliseconds: how long one step may take before it counts as failed. */
const PATIENCE = 60_000;
/** In milliseconds: what a step sets off and nobody waits for is watched for so long. */
const REST = 700;

/** Walks through the views of a page that is ready, and adds to `steps` how each went. */
export async function tour(visit: Visit, steps: Step[]): Promise<void> {
  const { page } = visit;
  page.setDefaultTimeout(PATIENCE);
  const found = Number(await page.getByTestId('status').getAttribute('data-count'));
  const step = async (name: string, act: () => Promise<unknown>) =>
    void steps.push(await stepOf(visit, name, act));

  if (found > 0) {
    await step('list', () => scroll(page, '.list', 1));
    await step('finding', async () => {
      const last = page.getByTestId('finding').last();
      // The list may still be measuring its rows: a click by the page itself does not wait for them to stand still.
      await last.evaluate((row: HTMLElement) => row.click());
      await page.locator('main.comparison .scroll').waitFor();
    });
    await step('galley', () => page.locator('.galley').first().waitFor());
    await step('previous', () => page.keyboard.press('KeyK'));
  }
  await step('reading', async () => {
    await page.keyboard.press('KeyV');
    await page.locator('.reading .line p').first().waitFor();
  });
  await step('reading, end', () => scroll(page, '.reading .scroll', 1));
  await step('reading, middle', () => scroll(page, '.reading .scroll', 0.5));
  await step('outline', () => scroll(page, '.outline', 1));
  await step('overview', async () => {
    await page.keyboard.press('KeyO');
    await page.locator('.figures [data-figure=rate] b').filter({ hasText: '%' }).waitFor();
  });
  await step('boilerplate', async () => {
    await page.keyboard.press('KeyB');
    await page.getByRole('button', { name: /口号/u }).or(page.locator('main.boilerplate')).first().waitFor();
  });
  await step('compare', async () => {
    await page.getByRole('navigation').getByRole('button', { name: '比对' }).click();
  });
  if (found > 0) {
    await step('decision', async () => {
      await page.keyboard.press('Digit1');
      await page.locator('.finding.done').first().waitFor();
    });
    await step('draft', async () => {
      await page.keyboard.press('KeyD');
      await page.getByTestId('draft-summary').waitFor();
    });
    await step('export', () => taken(page, () => page.getByTestId('export-docx').click()));
  }
  for (const format of ['网页', 'Excel']) {
    await step(`report, ${format === '网页' ? 'HTML' : format}`, async () => {
      await page.keyboard.press('KeyR');
      const dialog = page.getByRole('dialog', { name: '报告' });
      await dialog.getByRole('radio', { name: new RegExp(`^${format}`, 'u') }).check();
      await taken(page, () => dialog.getByTestId('make-report').click());
      await page.keyboard.press('Escape');
    });
  }
  await step('project', () => taken(page, () => page.keyboard.press('Control+KeyS')));
}

/** Does one thing and tells how it went. Rejects when the page no longer answers. */
export async function stepOf(visit: Visit, name: string, act: () => Promise<unknown>): Promise<Step> {
  const from = await inTime(name, visit.now());
  const begun = performance.now();
  let isDone = true;
  try {
    await inTime(name, act());
  } catch {
    isDone = false;
  }
  // The page's own clock, so that it has answered; a page that was opened anew has begun it anew.
  const now = await inTime(name, visit.now());
  const wait = isDone ? performance.now() - begun : Number.NaN;
  await visit.page.waitForTimeout(REST);
  return { name, wait, silence: await inTime(name, silenceSince(visit.page, now < from ? 0 : from)) };
}

async function inTime<T>(name: string, asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`deaf at ${name}`)), PATIENCE);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The longest silence of the main thread since a moment of the page's clock, in milliseconds. */
export function silenceSince(page: Page, from: number): Promise<number> {
  return page.evaluate(
    (since) =>
      window.journal.silences.reduce(
        (most: number, { at, duration }: Journal['silences'][number]) =>
          at + duration > since ? Math.max(most, duration) : most,
        0,
      ),
    from,
  );
}

/** Scrolls to a share of the height, and waits for two frames. */
async function scroll(page: Page, selector: string, share: number): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate(async (scroller, to) => {
      scroller.scrollTop = scroller.scrollHeight * to;
      for (let frame = 0; frame < 2; frame++)
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }, share);
}

/** Waits until the page has given a file. */
async function taken(page: Page, ask: () => Promise<unknown>): Promise<void> {
  const [download] = await Promise.all([page.waitForEvent('download'), ask()]);
  await download.delete();
}
