/**
 * How much a string looks like Chinese text, read from how common its characters are. Bytes read in a wrong encoding
 * give characters too, but rare ones.
 */

/** Characters that make up most of any Chinese text, simplified and traditional, and those of official prose. */
const FREQUENT: ReadonlySet<string> = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运' +
    '企服监督落整改措施查摆责党群众干镇村街办局委组织工程项目投商招引创型推深抓扎主题效率质量群诉访贫环境污染排检突击现扰调研座谈会议纪要讲稿附件关于通知意见报告方案六七八九百千亿元李刘陈杨赵黄周吴徐孙朱胡郭何林联系' +
    '這個們來為國時說會對種經過學現當沒動麼還進樣開從無關點業將兩間問應戰頭體見產機東聲員論處義條氣題爾別變總電數報結務場計資統區隊書則聽馬達強難權據邊張該規萬領確傳師觀術實與長後發裡裏於著並給話門車軍運歷樂華兒專團導黨監質檢組織縣鎮鄉聯談議紀講關辦執環調號連單選際標際團縣長濟財稅農村業態擊產續' +
    '。，、；：？！“”‘’（）《》「」『』—…·【】〔〕％－～　０１２３４５６７８９',
);

/** Characters that any dictionary for daily use has: the first levels of GB 2312 and of Big5. */
const USUAL: ReadonlySet<string> = new Set([
  ...charactersOf('gb18030', 0xb0, 0xd7, [[0xa1, 0xfe]]),
  ...charactersOf('big5', 0xa4, 0xc6, [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ]),
]);

// What one character says for (up to 1) or against the reading. Level-1 characters alone prove little: a Korean text
// read as GB18030 has nothing else. Characters outside of both levels occur in names, but seldom.
const FREQUENT_WEIGHT = 1;
const USUAL_WEIGHT = 0.3;
const RARE_WEIGHT = -0.5;
const IMPOSSIBLE_WEIGHT = -5;

/** What a reading is worth. */
export interface Commonness {
  /** The mean weight of the characters that count, -5 to 1; 0 when none counts. */
  readonly mean: number;
  /** How many characters counted. */
  readonly counted: number;
}

/**
 * Weighs `text`. ASCII says nothing in encodings that contain ASCII and is left out unless `asciiCounts`; in UTF-16
 * it is evidence like any other. Linear time.
 */
export function commonnessOf(text: string, asciiCounts: boolean): Commonness {
  let sum = 0;
  let counted = 0;
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    if (point < 0x80) {
      if (!asciiCounts) continue;
      sum += isPrintable(point) ? FREQUENT_WEIGHT : IMPOSSIBLE_WEIGHT;
    } else {
      sum += weightOf(character, point);
    }
    counted++;
  }
  return { mean: counted === 0 ? 0 : sum / counted, counted };
}

function weightOf(character: string, point: number): number {
  if (FREQUENT.has(character)) return FREQUENT_WEIGHT;
  if (USUAL.has(character)) return USUAL_WEIGHT;
  const isControl = point < 0xa0;
  const isPrivate = (point >= 0xd800 && point <= 0xf8ff) || point >= 0xe0000;
  const isNoCharacter = point === 0xfffd || (point & 0xfffe) === 0xfffe;
  return isControl || isPrivate || isNoCharacter ? IMPOSSIBLE_WEIGHT : RARE_WEIGHT;
}

function isPrintable(point: number): boolean {
  return (point >= 0x20 && point < 0x7f) || point === 0x09 || point === 0x0a || point === 0x0d;
}

/** All characters of a double-byte encoding whose lead byte lies in `[leadFirst, leadLast]` and whose trail byte in one of `trails`. */
function charactersOf(
  encoding: string,
  leadFirst: number,
  leadLast: number,
  trails: readonly (readonly [first: number, last: number])[],
): string {
  const bytes: number[] = [];
  for (let lead = leadFirst; lead <= leadLast; lead++) {
    for (const [first, last] of trails) {
      for (let trail = first; trail <= last; trail++) bytes.push(lead, trail);
    }
  }
  return new TextDecoder(encoding).decode(new Uint8Array(bytes)).replaceAll('\ufffd', '');
}
