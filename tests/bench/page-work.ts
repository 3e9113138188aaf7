import type { Page } from 'playwright-core';

/** Waits until the page says that everything is loaded and compared, however long that takes; then a little more. */
export async function untilSettled(page: Page): Promise<void> {
  await page
    .locator('[data-testid=status][data-state=ready]')
    .waitFor({ state: 'attached', timeout: 600_000 });
  await page.waitForTimeout(2000);
}

/** Gives what the main thread of the page has worked so far, in milliseconds of the processor. */
export async function workOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
}
