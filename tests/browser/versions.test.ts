import { describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { versionsOf } from './passages.ts';
import { setStage } from './stage.ts';
import { findings, load, openFinding, until } from './workbench.ts';

const stage = setStage();

type Options = NonNullable<Parameters<typeof stage.visit>[1]>;

const MEASURE =
  '健全明察暗访机制，对服务窗口和工作人员态度、服务质量和办事效率，采取现场突击检查、调取监控等方式进行暗访，典型问题公开曝光。对群众反映强烈的突出问题，要逐项建立台账，限时整改到位。';
const LAST = '对群众反映强烈的突出问题，要逐项建立台账，限时整改到位。';

const THREE = [
  `一是${MEASURE}`,
  `一是${MEASURE.replace('工作人员', '干部')}`,
  `一是${MEASURE.replace('检查、', '检查，')}`,
];
const SIX = [
  `一是${MEASURE}`,
  `一是${MEASURE.replace('工作人员', '干部')}`,
  `一是${MEASURE.replace('检查、', '检查，')}`,
  `一是${MEASURE}`,
  `一是${MEASURE.replace('工作人员', '干部').replace(LAST, '')}`,
  `一是${LAST}${MEASURE.replace(LAST, '')}`,
];

/** Opens the page with one measure in several places, the first pair of it open. */
async function visitVersions(measures: readonly string[], options: Options = {}) {
  const visit = await stage.visit('file', options);
  await load(visit.page, versionsOf(measures));
  await until(() => findings(visit.page).count()).toBeGreaterThan(1);
  return visit;
}

const button = (page: Page) => page.getByRole('button', { name: /^共 \d+ 处$/ });
const witnesses = (page: Page) => page.getByTestId('witness');
const base = (page: Page) => page.locator('[data-testid=witness].base .siglum');
const entries = (page: Page) => page.locator('.apparatus.variants li');
const isOpen = (page: Page) => page.locator('main.versions').count();
const chosenEntry = (page: Page) => page.locator('.apparatus.variants li[aria-current] i').allInnerTexts();

/** The words of each entry, as they are read. */
async function apparatus(page: Page): Promise<string[]> {
  const words = await entries(page).locator('.lemma').allTextContents();
  return words.map((each) => each.trim());
}

/** The text of a column or of the base, without what the page says of it. */
async function textOf(column: Locator): Promise<string> {
  return (await column.allTextContents()).join('');
}

/** Makes a version the base. */
async function takeAsBase(page: Page, siglum: string): Promise<void> {
  await page.getByRole('radio', { name: siglum }).check();
  await until(() => base(page).innerText()).toBe(siglum);
}

describe('three versions', () => {
  test('open with G and the button, close with G, Esc and the button, and stay over a reload', async () => {
    const { page, context } = await visitVersions(THREE);
    await button(page).click();
    await until(() => isOpen(page)).toBe(1);
    await page.reload();
    await until(() => isOpen(page)).toBe(1);
    await page.keyboard.press('Escape');
    await until(() => isOpen(page)).toBe(0);
    await until(() => page.getByTestId('side-a').count()).toBe(1);
    await page.keyboard.press('KeyG');
    await until(() => isOpen(page)).toBe(1);
    // What belongs to two sides has no key here.
    await page.keyboard.press('Digit1');
    await until(() => openFinding(page).getByText('已定').count()).toBe(0);
    await page.keyboard.press('KeyG');
    await until(() => isOpen(page)).toBe(0);
    await page.keyboard.press('KeyG');
    await page.getByRole('button', { name: '回到这一对' }).click();
    await until(() => isOpen(page)).toBe(0);
    await page.keyboard.press('KeyG');
    await page.keyboard.press('ArrowDown');
    await until(() => isOpen(page)).toBe(0);
    expect(context.watch.errors).toEqual([]);
    await context.close();
  });

  test('stand in columns, the base first, the same clause at the same height', async () => {
    const { page, context } = await visitVersions(THREE);
    await page.keyboard.press('KeyG');
    await until(() => witnesses(page).count()).toBe(3);
    await takeAsBase(page, '甲');
    for (const [version, text] of THREE.entries())
      expect(await textOf(page.getByTestId(`version-${version}`))).toBe(text);
    await until(() => page.locator('.version-head b').allInnerTexts()).toEqual(['李明华', '王建国', '张健']);
    const tops = await page
      .getByTestId(/^version-/)
      .evaluateAll((columns) =>
        columns.map((column) => [...column.children].map((row) => row.getBoundingClientRect().top)),
      );
    expect(tops[1]).toEqual(tops[0]);
    expect(tops[2]).toEqual(tops[0]);
    expect(tops[0]?.length).toBeGreaterThan(5);
    // Words softly, the other form in pencil, each in its own column alone.
    await until(() => page.getByTestId('version-1').locator('.pencil.replaced').allInnerTexts()).toEqual([
      '干',
      '部',
    ]);
    await until(() => page.getByTestId('version-2').locator('.pencil.form').allInnerTexts()).toEqual(['，']);
    await until(() => page.getByTestId('version-2').locator('.pencil.replaced').count()).toBe(0);

    await takeAsBase(page, '乙');
    await until(() => page.locator('.version-head b').allInnerTexts()).toEqual(['王建国', '李明华', '张健']);
    expect(await apparatus(page)).toEqual(['干部］工作人员甲李明华、丙张健', '、］，丙张健']);
    await context.close();
  });
});

describe('six versions', () => {
  test('are named, and those that are the same as the base are said to be', async () => {
    const { page, context } = await visitVersions(SIX);
    await button(page).click();
    await until(() => witnesses(page).count()).toBe(6);
    await takeAsBase(page, '甲');
    await until(() => page.locator('.witness-row .siglum').allInnerTexts()).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
      '戊',
      '己',
    ]);
    const said = (await page.locator('.witness-row .agreement').allInnerTexts()).map((each) => each.trim());
    expect(said.slice(0, 4)).toEqual(['底本', '异文 1 处', '与底本只有标点不同', '与底本逐字相同']);
    expect(await textOf(page.getByTestId('base-text').locator('p'))).toBe(SIX[0]);
    await context.close();
  });

  test('have an apparatus with names, omissions and what was moved', async () => {
    const { page, context } = await visitVersions(SIX);
    await page.keyboard.press('KeyG');
    await until(() => witnesses(page).count()).toBe(6);
    await takeAsBase(page, '甲');
    const words = await apparatus(page);
    expect(words).toContain('工作人员］干部乙王建国、戊赵敏');
    expect(words).toContain('、］，丙张健');
    const last = words.findIndex((each) => each.startsWith(LAST));
    const here = words.findIndex((each) => each.startsWith('底本无'));
    expect(words[last]).toContain('缺戊赵敏');
    expect(words[last]).toContain(`移位，见 ${here + 1}己周涛`);
    expect(words[here]).toContain(`移位，见 ${last + 1}己周涛`);
    const read = await entries(page).nth(last).locator('.unseen').textContent();
    expect(read).toContain('戊 赵敏无此处文字');

    const count = words.length;
    await page.getByRole('button', { name: /^标点/ }).click();
    await until(() => entries(page).count()).toBe(count - 1);
    await until(() => page.locator('.base-text .pencil.form').allInnerTexts()).not.toContain('、');
    await until(() => page.locator('.apparatus .quiet').innerText()).toContain('另有 1 处');
    await context.close();
  });

  test('are walked by key and by click, and a place and its entry light each other up', async () => {
    const { page, context } = await visitVersions(SIX);
    await page.keyboard.press('KeyG');
    await until(() => witnesses(page).count()).toBe(6);
    await takeAsBase(page, '甲');
    await page.locator('main .scroll').focus();
    const all = await entries(page).count();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await until(() => chosenEntry(page)).toEqual(['2']);
    await until(() => page.locator('.walk .count').innerText()).toBe(`2 / ${all} 处异文`);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await until(() => chosenEntry(page)).toEqual([String(all)]);
    await entries(page).nth(1).getByRole('button').click();
    await until(() => chosenEntry(page)).toEqual(['2']);
    await until(() => page.locator('.base-text .pencil.chosen').count()).toBeGreaterThan(0);

    await page.locator('.base-text .pencil.replaced').first().hover();
    const lit = page.locator('.apparatus li[data-lit] .lemma');
    await until(() => lit.allTextContents()).toEqual(['工作人员］干部乙王建国、戊赵敏']);
    await entries(page).filter({ hasText: '，' }).last().hover();
    await until(() => page.locator('.base-text .pencil[data-lit]').count()).toBeGreaterThan(0);
    await page.locator('.base-text .pencil.replaced').first().click();
    await until(() => page.locator('.apparatus li[aria-current] .lemma').innerText()).toContain('工作人员');
    await context.close();
  });

  test('lead to the document of each and to its comparison with the base', async () => {
    const { page, context } = await visitVersions(SIX);
    await page.keyboard.press('KeyG');
    await until(() => witnesses(page).count()).toBe(6);
    await takeAsBase(page, '乙');
    await page.getByRole('button', { name: '丙 与底本比对' }).click();
    await until(() => isOpen(page)).toBe(0);
    await until(() => openFinding(page).locator('.who').innerText()).toMatch(/王建国[^]*张健/);
    await page.keyboard.press('KeyG');
    await page.getByRole('button', { name: '己 在稿件中查看' }).click();
    await page.locator('.reading').waitFor();
    await until(() => page.locator('.reading').innerText()).toContain('周涛');
    await page.keyboard.press('Escape');
    await until(() => isOpen(page)).toBe(1);
    await context.close();
  });

  test('change their base by the arrow keys, and the focus stays', async () => {
    const { page, context } = await visitVersions(SIX);
    await page.keyboard.press('KeyG');
    await takeAsBase(page, '甲');
    await page.getByRole('radio', { name: '甲' }).focus();
    await page.keyboard.press('ArrowDown');
    await until(() => base(page).innerText()).toBe('乙');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await until(() => base(page).innerText()).toBe('己');
    await until(() => page.evaluate(() => document.activeElement?.getAttribute('aria-posinset'))).toBe('6');
    await context.close();
  });
});

test('forty versions: the list holds the rows near the window, the keys reach all, names are counted', async () => {
  const forty = Array.from({ length: 40 }, (_, n) => SIX[n % 3] as string);
  const { page, context } = await visitVersions(forty, { locale: 'en-GB' });
  await page.keyboard.press('KeyG');
  await until(() => isOpen(page)).toBe(1);
  await until(() => page.getByRole('button', { name: 'Back to the pair' }).count()).toBe(1);
  await page.getByRole('radio', { name: 'A ' }).first().check();
  await until(() => witnesses(page).count()).toBeLessThan(30);
  await page.getByRole('radio').first().focus();
  for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowDown');
  await until(() => base(page).innerText()).toBe('31');
  await until(() => page.evaluate(() => document.activeElement?.getAttribute('aria-posinset'))).toBe('31');
  await page.keyboard.press('KeyN');
  await until(() => chosenEntry(page)).toEqual(['1']);
  const holders = page.locator('.apparatus.variants li[aria-current] small');
  // All of them in the chosen entry.
  expect((await holders.first().innerText()).split(',').length).toBeGreaterThan(10);
  await until(() =>
    page.locator('.apparatus.variants li:not([aria-current]) small').first().innerText(),
  ).toMatch(/and \d+ more$/);

  // Of so many places only some pairs are findings: the others are shown as if they had been picked.
  const [one, other] = await page.evaluate(() => {
    const rows = [...document.querySelectorAll('.witness-row')];
    const name = (row: Element | undefined) => row?.querySelector('.who b')?.textContent ?? '';
    return [name(rows.find((row) => row.classList.contains('base'))), name(rows.at(-1))];
  });
  await witnesses(page)
    .last()
    .getByRole('button', { name: /Compare with base$/ })
    .click();
  await until(() => isOpen(page)).toBe(0);
  await until(() => page.locator('.head .who b').allInnerTexts()).toEqual(
    expect.arrayContaining([one, other]),
  );
  await page.keyboard.press('KeyG');
  await until(() => isOpen(page)).toBe(1);
  await page.keyboard.press('Escape');
  await until(() => isOpen(page)).toBe(0);
  expect(context.watch.errors).toEqual([]);
  await context.close();
});
