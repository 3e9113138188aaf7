import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { readStructure } from '../../src/core/structure/structure.ts';
import { detect } from '../../src/core/reuse/detect.ts';
import { DEFAULT_DETECTION_SETTINGS } from '../../src/core/reuse/ritual.ts';
import { ratesOf } from '../../src/core/review/rates.ts';
import { rateText } from '../../src/i18n/similarity.ts';
import { makeDocuments } from '../bench/speeches.ts';
import { whole } from '../core/overview/made.ts';
import { slowly } from '../core/review/definitions.ts';
import { untilReady } from './browser.ts';
import { LAPTOP, setStage } from './stage.ts';
import { findings, load, openFinding, storedRecords, until } from './workbench.ts';

const stage = setStage();

async function visitOverview(options: Parameters<typeof stage.visit>[1] = {}) {
  const { page, context } = await stage.visit('file', options);
  await page.keyboard.press('KeyO');
  await page.locator('.figures [data-figure=rate] b').filter({ hasText: '%' }).waitFor();
  return { page, context };
}

const figure = (page: Page, key: string, part: 'b' | '.detail' | '.means') =>
  page.locator(`.figures [data-figure=${key}] ${part}`);
const said = (page: Page) => page.getByTestId('said').innerText();
const groups = (page: Page) => page.getByTestId('row-group');

/** Where a group's first place stands on the screen, found by its letter. */
async function letterAt(page: Page, letter: string): Promise<{ x: number; y: number }> {
  const box = await page
    .locator('.ribbons svg text', { hasText: new RegExp(`^${letter}$`) })
    .first()
    .boundingBox();
  if (box === null) throw new Error(`no ${letter}`);
  return { x: box.x + box.width / 2, y: box.y + box.height + 12 };
}

/** A file that the page gives, by the button that asks for it. */
async function taken(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The seed as it is detected here, beside the page. */
function detectedSeed() {
  const text = readFileSync('seeds/000_5ce4e6a61f350004.txt', 'utf8');
  const speeches = readStructure(text, []);
  const document = {
    id: 'd',
    name: 'd',
    text,
    encoding: 'utf-8',
    origin: 'file',
    layout: null,
    byteLength: 0,
  } as const;
  const documents = [{ document, speeches }];
  return { documents, speeches, detection: whole(detect(documents, DEFAULT_DETECTION_SETTINGS)) };
}

/** The lines of a CSV file behind its head; no cell of it may hold a comma. */
const rowsOf = (csv: { bytes: Buffer }) =>
  csv.bytes
    .toString('utf8')
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));

test('the numbers are those of the definitions, and each says how it is made', async () => {
  const { documents, detection } = detectedSeed();
  const {
    total,
    largest,
    speeches: counts,
  } = whole(ratesOf(documents, detection.pairs, detection.boilerplate, new Set()));

  const { page, context } = await visitOverview();
  for (const [key, part] of [
    ['rate', total.repeated],
    ['within', total.within],
    ['across', total.across],
    ['findings', total.withoutBoilerplate],
  ] as const) {
    await until(() => figure(page, key, 'b').innerText()).toBe(rateText(part / total.all));
    await until(() => figure(page, key, '.detail').innerText()).toBe(`${part}/${total.all} 字`);
  }
  const own = counts[largest!.speech]!.all;
  await until(() => figure(page, 'largest', 'b').innerText()).toBe(rateText(largest!.shared / own));
  await until(() => figure(page, 'settled', 'b').innerText()).toBe('0/9 条');

  const { name, bytes } = await taken(page, '把“重复情况”存为 CSV');
  expect(name).toBe('雷同-重复情况.csv');
  const csv = bytes.toString('utf8');
  expect(csv.startsWith('\ufeff重复率,')).toBe(true);
  expect(csv).toContain(`\n去除套话后,${total.withoutBoilerplate},${total.all},`);
  expect(csv).toContain(`\n单篇最大,${largest!.shared},${own},`);

  await page.locator('[data-figure=across]').hover();
  await until(() => figure(page, 'across', '.means').isVisible()).toBe(true);
  await until(() => figure(page, 'across', '.means').innerText()).toContain(`${total.across} 字`);
  await page.keyboard.press('Tab');
  await page.locator('[data-figure=rate]').focus();
  await until(() => figure(page, 'rate', '.means').isVisible()).toBe(true);
  await context.close();
});

test('every table and picture goes along as CSV, with the numbers of the definitions counted one by one', async () => {
  const { documents, speeches, detection } = detectedSeed();
  const apart = detection.boilerplate.flatMap(({ pairs }) => pairs);
  const slow = slowly(documents, detection.pairs, apart);
  const shared = (pair: (typeof detection.pairs)[number]) => {
    const lengths = [pair.a, pair.b].map(({ span }) => span.end - span.start) as [number, number];
    return Math.round((pair.similarity * (lengths[0] + lengths[1])) / 2);
  };
  const { page, context } = await visitOverview();
  const numbers = (rows: readonly string[][], from: number) => rows.map((row) => row.slice(from).map(Number));

  const figures = rowsOf(await taken(page, '把“重复情况”存为 CSV')).map((row) => row.slice(0, 3));
  const sum = (of: (counts: (typeof slow)[number]['counts']) => number) =>
    slow.reduce((all, { counts }) => all + of(counts), 0);
  // The head is a figure, too.
  expect(figures.slice(0, 2)).toEqual([
    ['同一发言内', String(sum(({ within }) => within)), String(sum(({ all }) => all))],
    ['跨发言人', String(sum(({ across }) => across)), String(sum(({ all }) => all))],
  ]);

  await page.locator('.tables').getByRole('button', { name: '各篇' }).click();
  await until(() => page.getByTestId('row-perSpeech').count()).toBe(4);
  const perSpeech = rowsOf(await taken(page, '把“各篇”存为 CSV'));
  expect(numbers(perSpeech, 3)).toEqual(
    slow.map(({ counts: { all, repeated, within, across, withoutBoilerplate } }) => [
      all,
      repeated,
      ...[repeated, within, across, withoutBoilerplate].map((part) => part / all),
    ]),
  );
  const shownRate = page.getByTestId('row-perSpeech').nth(1).locator('[data-column=rate]');
  await until(() => shownRate.innerText()).toBe(rateText(Number(perSpeech[1]![5])));

  const cells = new Map<string, [number, number]>();
  for (const pair of detection.pairs) {
    const who = [pair.a, pair.b].map(({ speech }) => speeches[speech]!.speaker).sort();
    const [count, length] = cells.get(who.join()) ?? [0, 0];
    cells.set(who.join(), [count + 1, length + shared(pair)]);
  }
  const matrix = rowsOf(await taken(page, '把“两两对照”存为 CSV'));
  expect(new Map(matrix.map(([a, b, ...rest]) => [[a, b].sort().join(), rest.map(Number)]))).toEqual(cells);

  // A group: the largest cluster to which both sides belong; what belongs to none is one by itself.
  type Side = (typeof detection.pairs)[number]['a'];
  const isSame = ({ span: p }: Side, { span: q }: Side) =>
    Math.min(p.end, q.end) - Math.max(p.start, q.start) >=
    (2 / 3) * Math.max(p.end - p.start, q.end - q.start);
  const byGroup = new Map<unknown, (typeof detection.pairs)[number][]>();
  for (const pair of detection.pairs) {
    const [own = pair] = detection.clusters
      .filter(({ members }) => [pair.a, pair.b].every((side) => members.some((each) => isSame(each, side))))
      .sort((p, q) => q.members.length - p.members.length);
    byGroup.set(own, [...(byGroup.get(own) ?? []), pair]);
  }
  const expectedGroups = [...byGroup.values()].map((pairs) => {
    const sides = pairs.flatMap(({ a: one, b: other }) => [one, other]);
    const begins = sides.filter(
      (side, at) =>
        !sides.some(
          ({ span }, other) =>
            (span.start < side.span.start && span.end > side.span.start) ||
            (span.start === side.span.start && other < at),
        ),
    );
    const speakers = new Set(sides.map(({ speech }) => speeches[speech]!.speaker));
    const most = Math.max(...pairs.map(shared));
    return [begins.length, most, speakers.size, pairs[0]!.similarity];
  });
  await page.locator('.tables').getByRole('button', { name: '重出各组' }).click();
  await until(() => groups(page).count()).toBe(expectedGroups.length);
  const groupRows = rowsOf(await taken(page, '把“重出各组”存为 CSV'));
  expect(groupRows.map((row) => row.slice(3, 7).map(Number))).toEqual(expectedGroups);

  const plot = rowsOf(await taken(page, '把“相似与字数”存为 CSV'));
  const inOrder = (all: number[][]) => all.sort(([p = 0, q = 0], [r = 0, s = 0]) => p - r || q - s);
  expect(inOrder(numbers(plot, 3))).toEqual(
    inOrder(detection.pairs.map((pair) => [pair.similarity, shared(pair)])),
  );

  const gates = rowsOf(await taken(page, '把“门槛”存为 CSV'));
  for (const [name, valueOf] of [
    ['相似度分布', (pair) => pair.similarity],
    ['相同字数分布', shared],
  ] as const satisfies [string, (pair: (typeof detection.pairs)[number]) => number][]) {
    const own = gates.filter(([title]) => title?.startsWith(name));
    const bins = own.map(([, from, to, count]) => [Number(from), Number(to), Number(count)] as const);
    const last = bins.length - 1;
    for (const [at, [from, to, count]] of bins.entries()) {
      const inside = detection.pairs.filter((pair) => {
        const value = valueOf(pair);
        return (at === 0 || value >= from) && (at === last || value < to);
      });
      expect([at, count]).toEqual([at, inside.length]);
    }
  }
  const svg = (await taken(page, '把“门槛”存为 SVG')).bytes.toString('utf8');
  expect(svg).toContain('相似度分布');
  expect(svg).not.toContain('var(--');

  await context.close();
});

test('what is pointed at in the plot is lit everywhere, opened by a click, and found again by the back key', async () => {
  const { page, context } = await visitOverview();
  const sign = await page.locator('.plot .field svg path[fill="var(--sheet)"]').first().boundingBox();
  const [x, y] = [sign!.x + sign!.width / 2, sign!.y + sign!.height / 2];
  await page.mouse.move(x, y);
  await until(() => page.locator('#plot-said').innerText()).toMatch(
    /^[A-H]　.+ — .+，相似 0\.\d\d，相同 \d+ 字$/,
  );
  const letter = (await page.locator('#plot-said').innerText()).charAt(0);
  await until(() => page.locator('.tables .lit [data-column=group] b').innerText()).toBe(letter);
  await until(() => page.locator('.matrix svg rect[stroke="var(--lan)"]').count()).toBeGreaterThan(0);
  await page.mouse.click(x, y);
  await until(() => openFinding(page).count()).toBe(1);
  await page.goBack();
  await page.locator('.figures').waitFor();
  await context.close();
});

describe('ribbons', () => {
  test('pointing at a place lights its group up, and a click opens the comparison', async () => {
    const { page, context } = await visitOverview();
    const { x, y } = await letterAt(page, 'C');
    await page.mouse.move(x, y);
    await until(() => said(page)).toMatch(/^C　张健 七.*共 2 处$|^C　张健 措施七.*共 2 处$/);
    await until(() =>
      groups(page)
        .filter({ has: page.locator('b', { hasText: /^C$/ }) })
        .getAttribute('class'),
    ).toContain('lit');
    await page.mouse.click(x, y);
    await until(() => openFinding(page).locator('.who').textContent()).toMatch(/张健 措施七.*张琰 措施四/);
    await context.close();
  });

  test('a band between two speeches is pointed at and opened, too', async () => {
    const { page, context } = await visitOverview();
    const upper = await letterAt(page, 'C');
    const box = await page.locator('.ribbons svg text', { hasText: /^C$/ }).nth(1).boundingBox();
    await page.mouse.move((upper.x + box!.x + box!.width / 2) / 2, (upper.y + box!.y + box!.height + 12) / 2);
    await until(() => said(page)).toMatch(/^C　张健 措施七 — 张琰 措施四，相似 1\.00，相同 \d+ 字$/);
    await context.close();
  });

  test('are walked through by the keys, and Enter opens the comparison', async () => {
    const { page, context } = await visitOverview();
    await page.getByRole('listbox', { name: /^重出之处/ }).focus();
    await page.keyboard.press('ArrowRight');
    await until(() => said(page)).toMatch(/^H　曹立忠 开头/);
    await page.keyboard.press('ArrowDown');
    await until(() => said(page)).toMatch(/^B　张健 措施二/);
    await page.keyboard.press('ArrowRight');
    await until(() => said(page)).toMatch(/^A　张健 措施三/);
    await page.keyboard.press('ArrowUp');
    await until(() => said(page)).toMatch(/^H　曹立忠/);
    await page.keyboard.press('ArrowRight');
    await until(() => said(page)).toMatch(/^E　曹立忠 措施三/);
    await page.keyboard.press('Enter');
    await until(() => openFinding(page).locator('.who').textContent()).toMatch(/曹立忠 措施三/);
    await context.close();
  });

  test('what a decision removes is struck and counted', async () => {
    const { page, context } = await stage.visit();
    await page.keyboard.press('Digit1');
    await until(() => page.locator('header .progress span').innerText()).toBe('已处理 1/9');
    await page.keyboard.press('KeyO');
    await until(() => page.locator('.ribbons svg path[stroke="var(--zhu)"]').count()).toBe(1);
    await until(() => figure(page, 'settled', 'b').innerText()).toBe('1/9 条');
    await context.close();
  });
});

describe('the groups', () => {
  test('are sorted by a press on a head, and opened by key and mouse', async () => {
    const { page, context } = await visitOverview();
    const letters = () => groups(page).locator('[data-column=group] b').allInnerTexts();
    await until(letters).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']);
    await page.getByRole('button', { name: '处数' }).click();
    await until(async () => (await letters())[0]).toBe('F');
    await page.getByRole('button', { name: '处数' }).click();
    await until(async () => (await letters()).at(-1)).toBe('F');
    await page.getByRole('button', { name: '处数' }).click();
    await until(async () => (await letters())[0]).toBe('A');
    await page.getByTestId('table-group').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(() => openFinding(page).locator('.who').textContent()).toMatch(/张健 措施二.*措施四/);
    await context.close();
  });

  test('go along as CSV, with nothing that a spreadsheet would run', async () => {
    const { page, context } = await visitOverview();
    const { bytes } = await taken(page, '把“重出各组”存为 CSV');
    const lines = bytes.toString('utf8').split('\r\n');
    expect(lines[0]).toBe('\ufeff组,位置,摘录,处数,字数,人数,相似,轻重,处理');
    expect(lines).toHaveLength(10);
    expect(lines[1]).toMatch(/^A,张健 措施三、措施五,/);
    await context.close();
  });
});

describe('the matrix', () => {
  test('is walked through by the keys, says each cell, and opens its most important pair', async () => {
    const { page, context } = await visitOverview();
    await page.getByRole('listbox', { name: /^两两对照/ }).focus();
    const words = () => page.locator('.matrix .foot p').innerText();
    const isSought = async () => {
      const sentence = await words();
      return ['张健', '张琰', '×'].every((part) => sentence.includes(part));
    };
    await page.keyboard.press('ArrowDown');
    expect(await words()).toMatch(/自身：\d+ 条，相同 \d+ 字$/);
    for (let press = 0; press < 16 && !(await isSought()); press++) {
      await page.keyboard.press(press % 5 < 3 ? 'ArrowRight' : press % 5 === 3 ? 'ArrowDown' : 'ArrowLeft');
      if (press % 5 === 4) for (let back = 0; back < 3; back++) await page.keyboard.press('ArrowLeft');
    }
    expect(await words()).toMatch(/：3 条，相同 303 字$/);
    await page.keyboard.press('Enter');
    await until(() => openFinding(page).locator('.who').textContent()).toMatch(/张健 措施七.*张琰 措施四/);
    await context.close();
  });

  test('goes along as SVG and as CSV', async () => {
    const { page, context } = await visitOverview();
    const svg = (await taken(page, '把“两两对照”存为 SVG')).bytes.toString('utf8');
    expect(svg).toMatch(/^<\?xml version="1\.0"/);
    expect(svg).toContain('张健');
    expect(svg).not.toContain('var(--');
    const csv = (await taken(page, '把“两两对照”存为 CSV')).bytes.toString('utf8');
    expect(csv).toContain('张健,张健,3,');
    await context.close();
  });
});

describe('the plot', () => {
  const field = (page: Page) => page.locator('.plot .field');

  test('a box drawn with the mouse filters here and in the list, which says so and has a way out', async () => {
    const { page, context } = await visitOverview();
    const box = await field(page).boundingBox();
    await page.mouse.move(box!.x + 35, box!.y + 30);
    await page.mouse.down();
    await page.mouse.move(box!.x + 200, box!.y + 120, { steps: 4 });
    await page.mouse.up();
    await until(() => page.locator('.filtered b').innerText()).toBe('只看 2/9 条');
    await page.keyboard.press('KeyO');
    await until(() => findings(page).count()).toBe(2);
    await until(() => page.locator('.filter .capped').innerText()).toMatch(/相似 ≤ 0\.\d\d，相同 ≤ \d+ 字/);
    await page.getByRole('button', { name: '取消上限' }).click();
    await until(() => page.locator('.filter .capped').count()).toBe(0);
    await context.close();
  });

  test('a box is drawn with the keys, and given up with them', async () => {
    const { page, context } = await visitOverview();
    await page.getByRole('application', { name: /^相似与字数/ }).focus();
    await page.keyboard.press('ArrowLeft');
    for (let press = 0; press < 30; press++) await page.keyboard.press('ArrowRight');
    for (let press = 0; press < 15; press++) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await until(() => page.locator('#plot-said').innerText()).toMatch(/5 条$/);
    await page.keyboard.press('Space');
    await until(() => page.locator('.filtered b').innerText()).toBe('只看 5/9 条');
    await page.keyboard.press('Escape');
    await until(() => page.locator('.filtered').count()).toBe(0);
    await context.close();
  });
});

test.each(['file', 'http'] as const)('the ribbons go along as SVG and PNG (%s)', async (scheme) => {
  const { page, context } = await stage.visit(scheme, { colorScheme: 'dark' });
  await page.keyboard.press('KeyO');
  await page.locator('.ribbons svg > rect').first().waitFor();
  const svg = await taken(page, '把“发言全图”存为 SVG');
  expect(svg.name).toBe('雷同-发言全图.svg');
  // On paper, whatever the page shows.
  expect(svg.bytes.toString('utf8')).toContain('fill="#faf9f5"');
  const png = await taken(page, '把“发言全图”存为 PNG');
  expect([...png.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  expect(png.bytes.length).toBeGreaterThan(10_000);
  expect(context.watch.errors).toEqual([]);
  await context.close();
});

test('holds for 400 speeches: folds by document, scrolls, zooms, and keeps its place', async () => {
  const { page, context } = await stage.visit();
  const texts = makeDocuments(300_000, 3);
  await load(
    page,
    texts.map((text, index) => ({ name: `稿件${index + 1}.txt`, bytes: text })),
  );
  await page.keyboard.press('KeyO');
  await page.locator('.ribbons canvas').waitFor({ timeout: 30_000 });
  const scroller = page.locator('.ribbons .scroller');
  const height = () => scroller.evaluate((element) => element.scrollHeight);
  await until(height).toBeGreaterThan(6000);
  await page.getByRole('button', { name: '按稿件折叠' }).click();
  await until(height).toBeLessThan(2000);
  await page.getByRole('button', { name: '按稿件折叠' }).click();
  await until(height).toBeGreaterThan(6000);
  await scroller.evaluate((element) => (element.scrollTop = 3000));
  await until(async () => (await storedRecords(page))['view']).toMatchObject({ overviewTop: 3000 });
  await page.keyboard.press('KeyO');
  await until(() => openFinding(page).count()).toBe(1);
  await page.goBack();
  await until(() => scroller.evaluate((element) => element.scrollTop)).toBe(3000);
  // On a canvas as on elements: the same keys, the same words for whoever does not see it.
  await page.getByRole('listbox', { name: /^重出之处/ }).focus();
  await page.keyboard.press('ArrowRight');
  await until(() => said(page)).toMatch(/^[A-Z]+　.+，\d+ 字，共 \d+ 处$/);
  await until(() => page.locator('#ribbon-mark').textContent()).toBe(await said(page));
  await page.keyboard.press('Enter');
  await until(() => openFinding(page).count()).toBe(1);
  await page.reload();
  await untilReady(page);
  await until(() => openFinding(page).count()).toBe(1);
  await page.goBack();
  await page.locator('.ribbons canvas').waitFor();
  await until(() => page.locator('.matrix .zoom').innerText()).toContain('每格');
  await page.getByRole('button', { name: '放大' }).click();
  await page.getByRole('button', { name: '放大' }).click();
  await page.getByRole('button', { name: '放大' }).click();
  await until(() => page.locator('.matrix .zoom').innerText()).not.toContain('每格');
  await page.locator('.tables').getByRole('button', { name: '各篇' }).click();
  await until(() => page.getByTestId('row-perSpeech').count()).toBeGreaterThan(5);
  const rows = rowsOf(await taken(page, '把“各篇”存为 CSV'));
  const column = (index: number) => rows.reduce((all, row) => all + Number(row[index]), 0);
  await until(() => figure(page, 'rate', '.detail').innerText()).toBe(`${column(4)}/${column(3)} 字`);
  // On paper everything is there.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const printed = page.locator('.overview-print');
  expect(await printed.locator('table').nth(1).locator('tbody tr').count()).toBe(rows.length);
  expect(await printed.locator('> svg').count()).toBeGreaterThan(3);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await until(() => printed.count()).toBe(0);
  expect(context.watch.errors).toEqual([]);
  await context.close();
});

/** Words of the pictures that lie on one another, by the boxes of their letters. */
function overlaps(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.overview .room, .overview .paper')].flatMap((picture) => {
      const boxes = [...picture.querySelectorAll('svg text')].map((text) => ({
        words: text.textContent,
        box: text.getBoundingClientRect(),
      }));
      return boxes.flatMap(({ words, box: p }, index) =>
        boxes
          .slice(index + 1)
          .filter(
            ({ box: q }) =>
              Math.min(p.right, q.right) - Math.max(p.left, q.left) > 2 &&
              // A line's box is higher than its letters.
              Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 6,
          )
          .map((other) => `${words} / ${other.words}`),
      );
    }),
  );
}

/** A speech of three measures, the last two of which all have. */
const speechBy = (speaker: string, own: string) =>
  `# ${speaker}的发言\n\n区某某局局长 ${speaker}\n\n一是${own}\n\n二是${SHARED}\n\n三是窗口延长到晚上八点，周末照常受理，材料可以补交，一次告知到位。\n\n`;
const SHARED = '把调度放在前头，逐项排出时间表，谁耽误了就由谁说明，每周五上午碰头一次，问题不过夜。';

describe('with little or strange to show', () => {
  test.each([
    ['one speech', '# 甲\n\n局长 李明\n\n一是把调度放在前头。\n\n二是窗口延长到晚上八点。', 0],
    ['no structure', '就这一句话。', 0],
    [
      'a name of two hundred characters',
      `# ${'长'.repeat(200)}的发言\n\n${'名'.repeat(200)}\n\n一是把调度放在前头，逐项排出时间表，谁耽误了就由谁说明。\n\n二是把调度放在前头，逐项排出时间表，谁耽误了就由谁说明。`,
      1,
    ],
    [
      'names of two hundred characters that share something',
      speechBy('名'.repeat(200), '清理飞线充电。') + speechBy('N'.repeat(200), '新装充电桩三百个。'),
      2,
    ],
    [
      'everything the same, said by people of one name',
      Array.from({ length: 12 }, () => speechBy('李明', SHARED)).join(''),
      1,
    ],
    [
      'ten thousand characters beside ten',
      speechBy('甲某', '长'.repeat(10_000)) + speechBy('乙某', '短。'),
      2,
    ],
  ])('%s', async (_name, text, count) => {
    const { page, context } = await stage.visit();
    await load(page, [{ name: '稿.txt', bytes: text }]);
    await page.keyboard.press('KeyO');
    await page.locator('.ribbons svg > rect').first().waitFor();
    await until(() => groups(page).count()).toBe(count);
    for (const viewport of [LAPTOP, { width: 1680, height: 1050 }, { width: 640, height: 400 }]) {
      await page.setViewportSize(viewport);
      await until(() => overlaps(page)).toEqual([]);
      await until(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
    }
    // What is cut in the picture is said whole where it is pointed at.
    await page.setViewportSize(LAPTOP);
    const name = await page
      .locator('.ribbons svg text')
      .filter({ hasText: /^.{3,}/ })
      .first()
      .boundingBox();
    await page.mouse.move(name!.x + 4, name!.y + name!.height / 2);
    await until(() =>
      page.getByTestId('said').evaluate((words) => {
        const [sentence] = words.children;
        const { bottom = 0, right = 0 } = sentence?.getBoundingClientRect() ?? {};
        return words.className === 'said' && bottom < innerHeight && right < innerWidth;
      }),
    ).toBe(true);
    expect(context.watch.errors).toEqual([]);
    await context.close();
  });
});
