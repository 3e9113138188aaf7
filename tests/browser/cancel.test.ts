import { test } from 'vitest';
import { makeDocuments } from '../bench/speeches.ts';
import { untilReady } from './browser.ts';
import { setStage } from './stage.ts';
import { choose, documentNames, findingCount, show, statusSays, until } from './workbench.ts';

/** In characters a file: together they keep the page at work for seconds, one by one they let its progress be seen. */
const FILE_LENGTH = 100_000;
const FILES = Array.from({ length: 20 }, (_, index) => ({
  name: `第${index + 1}卷.txt`,
  bytes: makeDocuments(FILE_LENGTH, index + 1).join('\n\n'),
}));

const stage = setStage();

test('reading shows how far it is, and stopped it leaves what was there', async () => {
  const { page, context } = await stage.visit();
  const said = statusSays(page, /正在读入 \d+%/);
  await choose(page, FILES);
  await said;
  await until(() => page.getByTestId('status').getAttribute('data-state')).toBe('working');
  await page.getByRole('button', { name: '停止' }).click();
  await untilReady(page);
  await until(() => findingCount(page)).toBe(9);
  await show(page, '稿件');
  await until(() => documentNames(page)).toEqual(['示例']);
  await page.reload();
  await untilReady(page);
  await until(() => documentNames(page)).toEqual(['示例']);
  await context.close();
});

test('comparing shows how far it is, and stopped it can be taken up again', async () => {
  const { page, context } = await stage.visit();
  const said = statusSays(page, /正在比对 \d+%/);
  await choose(page, FILES);
  await said;
  await page.getByRole('button', { name: '停止' }).click();
  const again = page.getByRole('alert').getByRole('button', { name: '重新比对' });
  await again.click();
  await untilReady(page);
  await until(() => findingCount(page)).toBeGreaterThan(FILES.length);
  await until(() => again.count()).toBe(0);
  await context.close();
});
