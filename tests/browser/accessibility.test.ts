import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { measureOf, MOVED, speechesOf, versionsOf } from './passages.ts';
import { LAPTOP, setStage } from './stage.ts';
import { setFirstApart } from './stored-detection.ts';
import { findings, load, openFinding, until } from './workbench.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const stage = setStage();

/** What axe finds wrong with what is shown: which rule, and where. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const result = await page.evaluate(() => window.axe.run());
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** Takes out a measure, keeps a passage of one that another decision takes out, and lets the rest be. */
async function decideInConflict(page: Page): Promise<void> {
  for (const [index, key] of [
    [0, 'Digit1'],
    [3, 'Digit2'],
    [5, 'Digit1'],
  ] as const) {
    await findings(page).nth(index).click();
    await page.keyboard.press(key);
    await findings(page).nth(index).locator('.decision-mark').waitFor();
  }
}

/** Every screen and dialogue, and the way to it from the comparison of the example. */
const SCREENS: readonly (readonly [name: string, go: (page: Page) => Promise<void>])[] = [
  ['the comparison', () => Promise.resolve()],
  [
    'the report dialogue',
    async (page) => {
      await page.keyboard.press('KeyR');
      await page.getByRole('dialog').getByRole('radio').first().waitFor();
    },
  ],
  [
    'both as one text',
    async (page) => {
      await page.keyboard.press('KeyL');
      await page.keyboard.press('KeyL');
      await page.getByTestId('side-both').waitFor();
    },
  ],
  [
    'a pair with folds, moves, a chosen difference and more context',
    async (page) => {
      const filler = measureOf(60);
      await load(page, speechesOf(MOVED[0] + filler, MOVED[1] + filler));
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+KeyC');
      await page.locator('.fold button').first().waitFor();
      await page.locator('.move-link').first().waitFor();
    },
  ],
  [
    'three versions in columns',
    async (page) => {
      await load(page, versionsOf([MOVED[0], MOVED[1], MOVED[0].replace('一律', '全部')]));
      await page.keyboard.press('KeyG');
      await page.locator('.columns').waitFor();
      await page.keyboard.press('ArrowRight');
    },
  ],
  [
    'nine versions with their apparatus',
    async (page) => {
      const versions = [...'甲乙丙丁戊己庚辛壬'].map((name) => MOVED[0].replace('群众', name));
      await load(page, versionsOf(versions));
      await page.keyboard.press('KeyG');
      await page.locator('.base-text').waitFor();
      await page.keyboard.press('ArrowRight');
    },
  ],
  [
    'the document of a pair, and the way back',
    async (page) => {
      await page.keyboard.press('BracketLeft');
      await page.locator('.reading .passage').first().waitFor();
    },
  ],
  [
    'a decided pair with a note',
    async (page) => {
      await page.keyboard.press('Digit4');
      await page.keyboard.press('Digit0');
      await page.keyboard.type('改写');
      await page.keyboard.press('Escape');
      await until(() => openFinding(page).getByTitle('改写').count()).toBe(1);
    },
  ],
  [
    'the overview',
    async (page) => {
      await page.keyboard.press('KeyO');
      await page.locator('.ribbons svg > rect').first().waitFor();
    },
  ],
  [
    'the overview, filtered, with its speeches',
    async (page) => {
      await page.keyboard.press('KeyO');
      await page.locator('.plot .room').focus();
      for (const key of ['ArrowUp', 'Space', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Space']) {
        await page.keyboard.press(key);
      }
      await page.locator('.filtered').waitFor();
      await page.locator('.tables .options button').nth(1).click();
      await page.locator('[data-testid=row-perSpeech]').first().waitFor();
      await page.locator('.ribbons .scroller').focus();
      await page.keyboard.press('ArrowRight');
    },
  ],
  [
    'an empty list',
    async (page) => {
      await page.getByRole('searchbox').fill('没有这样的话');
      await until(() => findings(page).count()).toBe(0);
    },
  ],
  [
    'the documents, with one that could not be loaded',
    async (page) => {
      await load(page, [{ name: '空.txt', bytes: '' }]);
      await page.keyboard.press('KeyV');
      await page.locator('.outline [data-testid=speech]').first().waitFor();
    },
  ],
  [
    'boilerplate, counted as a repeat',
    async (page) => {
      await setFirstApart(page, 30);
      await page.locator('header nav button').nth(3).click();
      await page.locator('.way-back button').click();
      await page.locator('.finding.restored').waitFor();
    },
  ],
  [
    'boilerplate, as much as there is',
    async (page) => {
      await page.locator('header nav button').nth(3).click();
    },
  ],
  [
    'the draft without a decision',
    async (page) => {
      await page.keyboard.press('KeyD');
      await page.locator('main.draft.empty').waitFor();
    },
  ],
  [
    'the draft, with a conflict',
    async (page) => {
      await decideInConflict(page);
      await page.keyboard.press('KeyD');
      await page.locator('.draft .line').first().waitFor();
      // The lines stand a moment before their keys are heard.
      await until(async () => {
        await page.keyboard.press('ArrowDown');
        return page.locator('.draft .current .notes').count();
      }).toBeGreaterThan(0);
    },
  ],
  [
    'the draft as it will be',
    async (page) => {
      await decideInConflict(page);
      await page.keyboard.press('KeyD');
      await page.locator('.draft-bar .segmented button').nth(1).click();
      await page.locator('.draft.clean .line').first().waitFor();
    },
  ],
  [
    'the ritual phrases',
    async (page) => {
      await page.locator('header .right button').nth(2).click();
      await page.locator('dialog .choice .framed').click();
      await page.locator('dialog.phrases').waitFor();
    },
  ],
  [
    'a speaker being set',
    async (page) => {
      await page.keyboard.press('KeyV');
      await page.locator('.reading .corrections button').first().click();
      await page.locator('.speaker-form').waitFor();
    },
  ],
  [
    'the keys',
    async (page) => {
      await page.keyboard.press('Shift+Slash');
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'pasting',
    async (page) => {
      await page.locator('header .right button').nth(1).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'the settings, asking whether to erase',
    async (page) => {
      await page.locator('header .right button').nth(2).click();
      await page.locator('dialog .grave').click();
      await page.locator('dialog .question').waitFor();
    },
  ],
  [
    'the licences',
    async (page) => {
      await page.locator('header .right button').nth(2).click();
      await page.locator('dialog details summary').first().click();
    },
  ],
  [
    'the start',
    async (page) => {
      await page.keyboard.press('KeyV');
      await page.locator('.outline .remove').click();
      await page.locator('main.start').waitFor();
    },
  ],
];

describe.each([
  ['light', 'zh-CN'],
  ['dark', 'zh-CN'],
  ['light', 'en'],
  ['dark', 'en'],
] as const)('axe finds nothing (%s, %s)', (colorScheme, locale) => {
  test.each(SCREENS)('on %s', async (_name, go) => {
    const { page, context } = await stage.visit('file', { colorScheme, locale });
    await go(page);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});

describe('without a mouse', () => {
  /** Presses Tab until what has the focus is called `name`; fails after a round through the whole page. */
  async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab');
      const words = await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
      });
      if (name.test(words)) return;
    }
    throw new Error(`no way by Tab to ${name}`);
  }

  test('a text is loaded, a pair chosen, its differences walked, a decision made and undone', async () => {
    const { page, context } = await stage.visit();
    await tabTo(page, /^粘贴文字/);
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(
      '# 李明华的发言\n\n局长 李明华\n\n一是把调度放在前头，逐项排出时间表，谁耽误了就由谁说明。\n\n二是把调度放在前头，逐项排出时间表，谁耽误了就由谁说清。\n\n三是窗口延长到晚上八点，周末照常受理。\n\n四是窗口延长到晚上八点，周末照常受理。\n',
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until(() => findings(page).count()).toBe(2);
    await page.keyboard.press('ArrowDown');
    await until(() => openFinding(page).getAttribute('aria-posinset')).toBe('2');
    await page.keyboard.press('ArrowRight');
    await until(() => page.locator('.apparatus [aria-current=true]').count()).toBe(1);
    await page.keyboard.press('Digit1');
    await until(() => page.locator('header .progress span').innerText()).toBe('已处理 1/2');
    await page.keyboard.press('KeyZ');
    await until(() => page.locator('header .progress span').innerText()).toBe('已处理 0/2');
    await context.close();
  });

  test('every button that Tab reaches shows that it has the focus', async () => {
    const { page, context } = await stage.visit();
    const seen = new Set<string>();
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return null;
        const shown = [element, element.parentElement, element.closest('.find, .slider, .note')];
        const isSeen = shown.some((each) => {
          if (!each) return false;
          const style = getComputedStyle(each);
          return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
        });
        return { what: element.outerHTML.slice(0, 120), isSeen };
      });
      if (focus === null) break;
      if (!focus.isSeen) seen.add(focus.what);
    }
    expect([...seen]).toEqual([]);
    await context.close();
  });
});

describe.each([
  ['at 200 % zoom', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ['on a tablet', { viewport: { width: 820, height: 1180 }, hasTouch: true }],
  ['on a laptop', { viewport: LAPTOP }],
  ['on a wide screen', { viewport: { width: 2560, height: 1440 } }],
] as const)('%s', (_where, options) => {
  test.each(SCREENS)('%s does not scroll sideways, and nothing is out of reach', async (_name, go) => {
    const { page, context } = await stage.visit('file', options);
    await go(page);
    const {
      scrollWidth,
      innerWidth: width,
      hidden,
    } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      innerWidth,
      hidden: [...document.querySelectorAll('button, input, select, a[href]')]
        .filter((element) => element.checkVisibility() && !element.matches('.unseen'))
        .filter((element) => {
          element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
          const box = element.getBoundingClientRect();
          return box.right > innerWidth + 1 || box.left < -1 || box.bottom > innerHeight + 1 || box.top < -1;
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    }));
    expect(scrollWidth).toBeLessThanOrEqual(width);
    expect(hidden).toEqual([]);
    await context.close();
  });
});

test('the language is that of the browser until another is chosen, and the document says it', async () => {
  const { page, context } = await stage.visit('file', { locale: 'en-GB' });
  const language = () => page.locator('html').getAttribute('lang');
  expect(await language()).toBe('en');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: '中文' }).click();
  await until(language).toBe('zh-CN');
  expect(await page.title()).toBe('雷同');
  await context.close();
});

test('the colours follow the system until others are chosen', async () => {
  const { page, context } = await stage.visit('file', { colorScheme: 'dark' });
  const theme = () => page.locator('html').getAttribute('data-theme');
  expect(await theme()).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await until(theme).toBe('light');
  await page.getByRole('button', { name: '暗色' }).click();
  await until(theme).toBe('dark');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: '亮色' }).click();
  await until(theme).toBe('light');
  await context.close();
});
