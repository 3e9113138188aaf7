/** The traditional characters of positions, bodies, labels and salutations. */
const SIMPLIFIED = {
  長: '长',
  書: '书',
  記: '记',
  總: '总',
  區: '区',
  縣: '县',
  鎮: '镇',
  鄉: '乡',
  處: '处',
  廳: '厅',
  會: '会',
  員: '员',
  務: '务',
  經: '经',
  幹: '干',
  師: '师',
  編: '编',
  輯: '辑',
  協: '协',
  黨: '党',
  委: '委',
  負: '负',
  責: '责',
  檢: '检',
  團: '团',
  學: '学',
  醫: '医',
  辦: '办',
  視: '视',
  調: '调',
  館: '馆',
  場: '场',
  廠: '厂',
  礦: '矿',
  機: '机',
  關: '关',
  國: '国',
  業: '业',
  財: '财',
  們: '们',
  導: '导',
  領: '领',
  發: '发',
  點: '点',
  間: '间',
  時: '时',
  參: '参',
  單: '单',
  眾: '众',
  級: '级',
  話: '话',
  報: '报',
  講: '讲',
  緻: '致',
  詞: '词',
  題: '题',
  問: '问',
  對: '对',
  應: '应',
  實: '实',
  隊: '队',
  組: '组',
  顧: '顾',
  贊: '赞',
  證: '证',
  產: '产',
  與: '与',
};
/** The same by UTF-16 unit; 0 for a character that stays as it is. A table, because all short paragraphs pass here. */
const SIMPLE_UNITS = new Uint16Array(0x10000);
for (const [character, simple] of Object.entries(SIMPLIFIED)) {
  SIMPLE_UNITS[character.charCodeAt(0)] = simple.charCodeAt(0);
}

/** `words` with the traditional characters of positions and salutations made simplified; as many units as before. */
export function simplify(words: string): string {
  let simple = '';
  let copied = 0;
  for (let at = 0; at < words.length; at++) {
    const unit = SIMPLE_UNITS[words.charCodeAt(at)] as number;
    if (unit === 0) continue;
    simple += words.slice(copied, at) + String.fromCharCode(unit);
    copied = at + 1;
  }
  return copied === 0 ? words : simple + words.slice(copied);
}
