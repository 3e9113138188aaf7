import { describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { clause, measureOf, MOVED, speechesOf } from './passages.ts';
import { untilReady } from './browser.ts';
import { setStage } from './stage.ts';
import { findings, load, storedRecords, until } from './workbench.ts';

const stage = setStage();

type Options = NonNullable<Parameters<typeof stage.visit>[1]>;

/** Opens the page with one pair in it. */
async function visitPair([a, b]: readonly [string, string], options: Options = {}) {
  const visit = await stage.visit('file', options);
  await load(visit.page, speechesOf(a, b));
  // A long pair is compared beside the page.
  await until(() => visit.page.locator('.galley').count()).toBe(1);
  return visit;
}

const side = (page: Page, name: 'a' | 'b' | 'both') => page.getByTestId(`side-${name}`);
const layout = (page: Page, name: string) =>
  page.getByRole('group', { name: '排法' }).getByRole('button', { name, exact: true });

/** The text of the clauses that stand in the document, without what the page says of them. */
async function clausesIn(column: Locator): Promise<string> {
  return (await column.locator('.clause').allTextContents()).join('');
}

/** Whether the element lies within the window of the comparison. */
function isInSight(element: Locator): Promise<boolean> {
  return element.evaluate((each) => {
    const [box, view] = [each.getBoundingClientRect(), each.closest('.scroll')!.getBoundingClientRect()];
    return box.top >= view.top && box.bottom <= view.bottom;
  });
}

/** A pair of 60 clauses in which one word and one mark differ. */
const LONG: readonly [string, string] = [
  measureOf(60),
  measureOf(60, (n) => (n === 30 ? clause(n).replace('牵头', '具体负责') : clause(n))).replace(
    `${clause(45)}，`,
    `${clause(45)}；`,
  ),
];
/** A pair of 1,500 clauses, every third one changed. */
const HUGE: readonly [string, string] = [
  measureOf(1_500),
  measureOf(1_500, (n) => (n % 3 === 0 ? clause(n).replace('牵头', '具体负责') : clause(n))),
];

describe('long stretches that are the same', () => {
  test('fold to a line that says how much, open and close with a click or Enter, and keep the focus', async () => {
    const { page, context } = await visitPair(LONG);
    const folds = page.locator('.fold button');
    await until(() => folds.count()).toBe(3);
    const shown = (await clausesIn(side(page, 'a'))).length;
    const words = await folds
      .locator('span')
      .evaluateAll((all) => all.map((each) => each.dataset['words'] ?? ''));
    const hidden = words.map((each) => Number.parseInt(each.replace('……', ''), 10));
    expect(shown + hidden.reduce((sum, n) => sum + n)).toBe(LONG[0].length);

    await folds.first().focus();
    await page.keyboard.press('Enter');
    await until(async () => (await clausesIn(side(page, 'a'))).length).toBe(shown + (hidden[0] ?? 0));
    const focused = page.locator('.fold button:focus');
    await until(() => focused.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Space');
    await until(async () => (await clausesIn(side(page, 'a'))).length).toBe(shown);
    await until(() => focused.getAttribute('aria-expanded')).toBe('false');

    await page.keyboard.press('KeyF');
    await until(() => clausesIn(side(page, 'a'))).toBe(LONG[0]);
    await until(() => clausesIn(side(page, 'b'))).toBe(LONG[1]);
    expect(await page.evaluate(() => document.activeElement?.classList.contains('scroll'))).toBe(true);
    await page.keyboard.press('KeyF');
    await until(() => folds.count()).toBe(3);
    await context.close();
  });

  test('never hide a change, and one of form only while its class is off', async () => {
    const { page, context } = await visitPair(LONG);
    const folds = page.locator('.fold button');
    for (const mark of ['replaced', 'form'])
      await until(() => page.locator(`.side.b .pencil.${mark}`).count()).toBe(1);
    await page.getByRole('button', { name: /^标点/ }).click();
    await until(() => folds.count()).toBe(2);
    await until(() => page.locator('.side.b .pencil.form').count()).toBe(0);
    await until(() => folds.last().locator('span').getAttribute('data-words')).toContain('另有 1 处形式差异');
    // Nor does the walk stop at it, nor is it counted there.
    await until(() => page.locator('.walk .count').innerText()).toBe('1 处差异');
    await until(() => page.locator('.apparatus li').count()).toBe(1);
    await until(() => page.locator('.apparatus').innerText()).toContain('另有 1 处，类别已关，未列');
    await context.close();
  });

  test('short measures have none', async () => {
    const { page, context } = await stage.visit();
    for (let row = 0; row < 9; row++) {
      await findings(page).nth(row).click();
      await until(() => page.locator('.fold').count()).toBe(0);
    }
    await context.close();
  });
});

describe('the layouts', () => {
  test('go round with L, are kept over a reload, and lose nothing of either text', async () => {
    const { page, context } = await visitPair(MOVED);
    for (const name of ['逐句', '连排']) {
      await layout(page, name).click();
      await until(() => clausesIn(side(page, 'a'))).toBe(MOVED[0]);
      await until(() => clausesIn(side(page, 'b'))).toBe(MOVED[1]);
    }
    await page.keyboard.press('KeyL');
    await side(page, 'both').waitFor();
    const read = (without: string) =>
      side(page, 'both').evaluate((column, gone) => {
        const copy = column.cloneNode(true) as HTMLElement;
        for (const each of copy.querySelectorAll(gone)) each.remove();
        return copy.textContent;
      }, without);
    expect(await read('.come')).toBe(MOVED[0]);
    expect(await read('.gone')).toBe(MOVED[1]);
    await until(() => side(page, 'both').locator('del.gone').count()).toBeGreaterThan(0);
    const struck = await side(page, 'both')
      .locator('del')
      .first()
      .evaluate((each) => getComputedStyle(each).textDecorationLine);
    expect(struck).toContain('line-through');

    await page.keyboard.press('KeyL');
    await until(() => clausesIn(side(page, 'a'))).toBe(MOVED[0]);
    await until(() => side(page, 'b').count()).toBe(0);
    // Settings are stored a moment after they show.
    await until(async () => (await storedRecords(page))['settings']).toMatchObject({ layout: 'only-a' });
    await page.reload();
    await untilReady(page);
    await side(page, 'a').waitFor();
    await until(() => side(page, 'b').count()).toBe(0);
    await page.keyboard.press('KeyL');
    await until(() => clausesIn(side(page, 'b'))).toBe(MOVED[1]);
    await page.keyboard.press('Shift+KeyL');
    await page.keyboard.press('Shift+KeyL');
    await side(page, 'both').waitFor();
    await context.close();
  });

  test('each shows the marks, and none for a class that is off', async () => {
    const { page, context } = await visitPair(LONG);
    for (const name of ['逐句', '连排', '合并', '左', '右']) {
      await layout(page, name).click();
      await until(() => page.locator('.galley .pencil.replaced').count()).toBeGreaterThan(0);
      await until(() => page.locator('.galley .pencil.form').count()).toBeGreaterThan(0);
    }
    await page.getByRole('button', { name: /^标点/ }).click();
    for (const name of ['逐句', '连排', '合并', '左', '右']) {
      await layout(page, name).click();
      await until(() => page.locator('.galley .pencil.form').count()).toBe(0);
      await until(() => page.locator('.galley .pencil.replaced').count()).toBeGreaterThan(0);
    }
    await context.close();
  });

  test('a pair that differs in form alone says so in words', async () => {
    const { page, context } = await visitPair([measureOf(8), measureOf(8).replaceAll('，', '；')]);
    await until(() => page.locator('.verdict h1').innerText()).toMatch(/^只有标点不同，其余 \d+ 字逐字相同$/);
    await until(() => page.locator('.pencil.replaced, .pencil.only').count()).toBe(0);
    await context.close();
  });
});

describe('what moved', () => {
  test('is linked in both directions, says where it went, and Enter leads there', async () => {
    const { page, context } = await visitPair(MOVED);
    const there = side(page, 'a').locator('.move-link').last();
    const back = side(page, 'b').locator('.move-link').first();
    await until(() => there.getAttribute('aria-label')).toMatch(/^移至右侧第 \d+ 句$/);
    await until(() => back.getAttribute('aria-label')).toMatch(/^移自左侧第 \d+ 句$/);
    const clauseNumber = Number(/\d+/.exec((await there.getAttribute('aria-label')) ?? '')?.[0]);
    await until(() => page.locator('.numbers').innerText()).toContain(String(clauseNumber));

    await there.focus();
    await until(() => side(page, 'b').locator('mark[data-lit]').count()).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await until(() => back.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await until(() => there.evaluate((each) => each === document.activeElement)).toBe(true);

    // The place that it left leads to where it stands on the same side.
    await side(page, 'b')
      .getByRole('button', { name: /^移位，见/ })
      .last()
      .click();
    await until(() => back.evaluate((each) => each === document.activeElement)).toBe(true);
    await context.close();
  });

  test('leads there also where it stands screens away', async () => {
    const [first = '', ...others] = measureOf(120)
      .split('。')
      .slice(0, -1)
      .map((sentence) => `${sentence}。`);
    const { page, context } = await visitPair([
      [first, ...others].join(''),
      [...others, first.replace('一是', '')].join(''),
    ]);
    await page.keyboard.press('KeyF');
    const there = side(page, 'a').locator('.move-link');
    const back = side(page, 'b').locator('.move-link');
    await until(() => there.count()).toBe(1);
    // The folds open behind the key.
    await until(() => isInSight(back)).toBe(false);
    await there.focus();
    await page.keyboard.press('Enter');
    await until(() => isInSight(back)).toBe(true);
    expect(await isInSight(there)).toBe(false);
    await page.keyboard.press('Enter');
    await until(() => isInSight(there)).toBe(true);
    await context.close();
  });

  test('has its own small changes marked inside, and points with the pointer', async () => {
    const { page, context } = await visitPair(MOVED);
    const inside = side(page, 'a').locator('del.only[data-move]');
    expect(await inside.allTextContents()).toEqual(['一律']);
    await inside.hover();
    await until(() => side(page, 'b').locator('mark[data-lit]').count()).toBeGreaterThan(0);
    await page.mouse.move(0, 0);
    await until(() => page.locator('[data-lit]').count()).toBe(0);
    await context.close();
  });
});

describe('thousands of clauses', () => {
  test('are drawn around the window alone; the walk, the strip and the print reach all of them', async () => {
    const { page, context } = await visitPair(HUGE);
    await findings(page).first().click();
    const lines = page.locator('.side.a .line');
    await until(() => lines.count()).toBeGreaterThan(20);
    await until(() => lines.count()).toBeLessThan(400);
    const all = Number(await lines.first().getAttribute('aria-setsize'));
    expect(all).toBeGreaterThan(900);
    // The strip draws each place once at most.
    await until(() => page.locator('.strip > svg').count()).toBeLessThan(160);
    await until(() => page.locator('.apparatus li').count()).toBe(200);

    await page.keyboard.press('ArrowLeft');
    const chosen = page.locator('.side.a .pencil.chosen').first();
    await until(() => isInSight(chosen)).toBe(true);
    await until(() => page.locator('.walk .count').innerText()).toBe('500 / 500 处差异');
    await until(() => page.locator('.apparatus [aria-current=true] i').innerText()).toBe('500');

    const strip = page.locator('.strip');
    const { width, height } = (await strip.boundingBox())!;
    await strip.click({ position: { x: width / 2, y: height / 2 } });
    await until(async () =>
      Number(await page.locator('.apparatus [aria-current=true] i').innerText()),
    ).toBeLessThan(300);
    await until(() => isInSight(chosen)).toBe(true);
    await until(() => lines.count()).toBeLessThan(400);
    const window = await page.locator('.strip .window').getAttribute('y');
    expect(Number.parseFloat(window ?? '')).toBeGreaterThan(30);

    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await until(() => lines.count()).toBe(all);
    await until(() => page.locator('.apparatus li').count()).toBe(500);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await until(() => lines.count()).toBeLessThan(400);
    await context.close();
  });
});

test('a selection from the first of thousands of clauses to the last copies all of them', async () => {
  const { page, context } = await visitPair(HUGE, { permissions: ['clipboard-read'] });
  const clauses = side(page, 'a').locator('.clause');
  await clauses.first().click({ position: { x: 0, y: 12 } });
  await page.keyboard.press('ArrowLeft');
  const last = page.locator('.side.a .pencil.chosen').first();
  await until(() => isInSight(last)).toBe(true);
  await until(() => page.locator('[data-block]:empty').count()).toBeGreaterThan(5);
  await last.click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+KeyC');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.length).toBeGreaterThan(HUGE[0].length * 0.95);
  expect(HUGE[0].startsWith(copied)).toBe(true);
  await context.close();
});

describe('the walk', () => {
  test('goes by key, by button, by the list and by a click on a mark, and says which of how many', async () => {
    const { page, context } = await visitPair(LONG);
    const count = page.locator('.walk .count');
    await page.keyboard.press('ArrowRight');
    await until(() => count.innerText()).toBe('1 / 2 处差异');
    await page.getByRole('button', { name: '下一处差异' }).click();
    await until(() => count.innerText()).toBe('2 / 2 处差异');
    await page.locator('.apparatus li button').first().click();
    await until(() => count.innerText()).toBe('1 / 2 处差异');
    await page.locator('.side.b .pencil.form').first().click();
    await until(() => count.innerText()).toBe('2 / 2 处差异');
    await context.close();
  });

  test('its keys are listed under ?', async () => {
    const { page, context } = await stage.visit();
    await page.keyboard.press('Shift+Slash');
    const keys = await page.getByRole('dialog').locator('dt kbd').allTextContents();
    expect(keys).toEqual(expect.arrayContaining(['L', 'F', '⇧ C', '[', ']', '⇧ 1', '⇧ 2', '⇧ 3', 'Ctrl P']));
    await context.close();
  });
});

describe('context', () => {
  test('is an excerpt, and whole paragraphs on wish', async () => {
    const { page, context } = await stage.visit();
    await findings(page).filter({ hasText: '张健 措施二' }).click();
    const before = side(page, 'a').locator('.context.before');
    const excerpt = await before.textContent();
    await page.locator('.line.more button').first().click();
    await until(async () => ((await before.textContent()) ?? '').length).toBeGreaterThan(
      excerpt?.length ?? 0,
    );
    const one = (await before.textContent()) ?? '';
    expect(one).not.toContain('……');
    await page.keyboard.press('Shift+KeyC');
    await until(async () => ((await before.textContent()) ?? '').length).toBeGreaterThan(one.length);
    expect((await before.textContent())?.endsWith(one)).toBe(true);
    await context.close();
  });

  test('the document opens at the passage, which is marked, and Escape leads back to the place', async () => {
    const { page, context } = await visitPair(LONG);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('BracketRight');
    const marked = page.locator('.reading .passage').first();
    await marked.waitFor();
    expect(LONG[1]).toContain(await page.locator('.reading .passage').nth(1).innerText());
    await page.getByRole('button', { name: '回到比对' }).waitFor();
    await page.keyboard.press('Escape');
    await side(page, 'a').waitFor();
    await until(() => page.locator('.walk .count').innerText()).toBe('1 / 2 处差异');
    await until(() => page.evaluate(() => document.activeElement?.className)).toBe('scroll');
    await context.close();
  });
});

describe('taking it along', () => {
  const clipboard = (page: Page, type: string) =>
    page.evaluate(async (wanted) => {
      const [item] = await navigator.clipboard.read();
      return item!.types.includes(wanted) ? (await item!.getType(wanted)).text() : null;
    }, type);

  test.each(['http', 'file'] as const)('one side, and all with its marks, over %s', async (scheme) => {
    const { page, context } = await stage.visit(scheme, { permissions: ['clipboard-read'] });
    await load(page, speechesOf(...LONG));
    const status = page.locator('.verdict [role=status]');
    await page.keyboard.press('Shift+Digit2');
    await until(() => status.innerText()).toBe('已复制');
    expect(await clipboard(page, 'text/plain')).toBe(LONG[1]);
    expect(await clipboard(page, 'text/html')).toBeNull();
    await page.getByRole('button', { name: '复制左侧原文' }).click();
    await until(() => clipboard(page, 'text/plain')).toBe(LONG[0]);
    await page.getByRole('button', { name: '复制比对' }).click();
    await until(() => clipboard(page, 'text/html')).toMatch(/<del [^>]*><span [^>]*>牵头<\/span><\/del>/);
    expect(await clipboard(page, 'text/html')).toMatch(/<ins [^>]*><span [^>]*>具体负责<\/span><\/ins>/);
    expect(await clipboard(page, 'text/plain')).toContain(LONG[0]);
    await until(() => status.innerText()).toBe('');
    await context.close();
  });

  test('a selection stays in its column, and copies its text alone, folded text too', async () => {
    const { page, context } = await visitPair(LONG, { permissions: ['clipboard-read'] });
    const from = (await side(page, 'a').locator('.clause').first().boundingBox())!;
    const select = async (name: 'a' | 'b') => {
      const to = (await side(page, name).locator('.clause').nth(3).boundingBox())!;
      await page.mouse.move(from.x + 1, from.y + 12);
      await page.mouse.down();
      await page.mouse.move(to.x + to.width - 4, to.y + to.height - 8, { steps: 8 });
      await page.mouse.up();
      await page.keyboard.press('ControlOrMeta+KeyC');
      return (await clipboard(page, 'text/plain')) ?? '';
    };
    const within = await select('a');
    expect(within.length).toBeGreaterThan(300);
    expect(LONG[0].startsWith(within)).toBe(true);
    // Whoever strays into the other column still has this one alone.
    const strayed = await select('b');
    expect(strayed.length).toBeGreaterThan(300);
    expect(`${LONG[0]}\n二是别的事情改日再作专题汇报。`.startsWith(strayed)).toBe(true);
    await context.close();
  });
});

test('printed: both columns, the marks in lines of their own shapes, the apparatus, and nothing of the page', async () => {
  const { page, context } = await visitPair(MOVED);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const gone of [
    '.top',
    '.panel',
    '.tools',
    '.decision-bar',
    '.corpus-map',
    '.strip',
    '.take',
    '.move-link',
  ]) {
    await until(() => page.locator(gone).first().isVisible()).toBe(false);
  }
  for (const kept of ['.verdict h1', '.side.a .line', '.side.b .line', '.witness', '.apparatus li'])
    await until(() => page.locator(kept).first().isVisible()).toBe(true);
  const [left, right] = await Promise.all([
    page.locator('.side.a .clause').first().boundingBox(),
    page.locator('.side.b .clause').first().boundingBox(),
  ]);
  expect(left?.y).toBe(right?.y);
  expect(right!.x).toBeGreaterThan(left!.x + left!.width);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][^\]]* 84[12]/);
  await context.close();
});

test.each([
  ['on the screen', {}],
  ['in high contrast', { forcedColors: 'active' as const }],
])('%s the kinds of marks differ by the shape of their line', async (_where, options) => {
  const { page, context } = await visitPair(
    [MOVED[0].replace('严肃', '从严'), MOVED[1].replace('照常受理', '照常办理').replace('提醒，', '提醒；')],
    options,
  );
  const lines = await page.locator('.side .pencil').evaluateAll((all) =>
    all.map((each) => {
      const { textDecorationStyle, textDecorationLine } = getComputedStyle(each);
      const kind = ['replaced', 'only', 'moved', 'form'].find((name) => each.classList.contains(name));
      return `${kind} ${textDecorationLine} ${textDecorationStyle}`;
    }),
  );
  expect(new Set(lines)).toEqual(
    new Set([
      'replaced underline solid',
      'only underline double',
      'moved underline dashed',
      'form underline dotted',
    ]),
  );
  await context.close();
});

test('a quotation that runs from right to left stands isolated, its marks inside', async () => {
  const quoted = (word: string, year: number) =>
    `一是他引用谚语“السلام عليكم ورحمة ${word}”说明合作共赢的道理，${year}年要扩大开放，务求实效，久久为功，不达目的决不罢休。`;
  const { page, context } = await visitPair([quoted('الله', 2024), quoted('الناس', 2025)]);
  for (const [name, word] of [
    ['a', 'الله'],
    ['b', 'الناس'],
  ] as const) {
    const run = side(page, name).locator('bdi[dir=rtl]');
    await until(() => run.count()).toBe(1);
    await until(() => run.textContent()).toBe(`السلام عليكم ورحمة ${word}`);
    // Its last word is the leftmost, and what is marked in it is that word.
    const [mark, whole] = await Promise.all([
      run.locator('.pencil').first().boundingBox(),
      run.boundingBox(),
    ]);
    expect(mark!.x - whole!.x).toBeLessThan(whole!.width / 3);
  }
  await until(() => clausesIn(side(page, 'a'))).toBe(quoted('الله', 2024));
  await context.close();
});

test('a screen reader hears lines, what each is, and where it stands', async () => {
  const { page, context } = await visitPair(MOVED);
  const lines = page.getByRole('list', { name: /^左 李明华/ }).getByRole('listitem');
  const count = await lines.count();
  await until(() => lines.first().getAttribute('aria-setsize')).toBe(String(count));
  await until(() => lines.last().getAttribute('aria-posinset')).toBe(String(count));
  const described = await lines.evaluateAll((all) =>
    all.map((each) => each.getAttribute('aria-description')),
  );
  expect(described).toContain('只有左侧有');
  await context.close();
});
