/** Measures that every document says in part, each in its own wording: thousands of documents, tens of thousands of findings. */
const MEASURES = 400;
const MEASURES_A_DOCUMENT = 6;
const HAN = '厂桥渠灯仓库站港塔园街坊渡口堤坝牧渔林果茶桑麻棉油糖盐铁铜煤砖瓦窑染织绣雕刻印刷装裱';

/** As many documents that share measures with one another, the same ones each time; as files. */
export function recurringDocuments(count: number): readonly { name: string; bytes: string }[] {
  const words = (seed: number, length: number) =>
    Array.from({ length }, (_, at) => HAN.charAt((seed * 31 + at * at * 7 + seed * at) % HAN.length)).join(
      '',
    );
  const measures = Array.from(
    { length: MEASURES },
    (_, number) => `${words(number, 24)}，${words(number + 999, 22)}。`,
  );
  return Array.from({ length: count }, (_, number) => ({
    name: `${number}.txt`,
    bytes: `# 第${number}份\n\n局长 王${HAN.charAt(number % HAN.length)}${HAN.charAt(Math.floor(number / HAN.length) % HAN.length)}\n\n${[
      ...'一二三四五六',
    ]
      .slice(0, MEASURES_A_DOCUMENT)
      .map((digit, at) => `${digit}是${measures[(number * 13 + at * 101) % MEASURES]}`)
      .join('\n\n')}\n`,
  }));
}
