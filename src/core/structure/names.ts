/**
 * What looks like a person's name. Surnames after the Hundred Family Surnames and the commonest of today, in
 * simplified and traditional script; a name is a surname with one or two characters more, or parts joined by ·.
 */

const SURNAMES = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤' +
    '滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏' +
    '蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲家封储靳汲松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘' +
    '厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲从鄂索咸籍赖卓蔺屠蒙池乔阴苍双闻莘党翟谭贡劳申扶堵冉宰雍桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈' +
    '廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴沃利蔚越夔隆师巩聂晁勾敖融冷辛阚那简饶空曾沙养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦代' +
    '邸初付肖涛兰昝青冼区原苑邰仝丛佟亓展逄候矫战苟邝鹿茆' +
    '趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華謝鄒喻蘇範魯韋馬鳳鮑費賀湯羅畢鄔樂時傅齊顧黃蕭談龐紀項祝閔賈婁顏鍾駱樊萬盧經繆應鄧單諸龔陸榮儲烏車寧厲劉葉龍賴喬聞譚貢勞邊莊閻連習廣東師鞏聶' +
    '饒關蘭區',
);

const COMPOUND_SURNAMES = new Set([
  ...[
    '欧阳',
    '太史',
    '端木',
    '上官',
    '司马',
    '东方',
    '独孤',
    '南宫',
    '万俟',
    '闻人',
    '夏侯',
    '诸葛',
    '尉迟',
    '公羊',
  ],
  ...[
    '赫连',
    '澹台',
    '皇甫',
    '宗政',
    '濮阳',
    '公冶',
    '太叔',
    '申屠',
    '公孙',
    '慕容',
    '仲孙',
    '钟离',
    '长孙',
    '宇文',
  ],
  ...[
    '司徒',
    '鲜于',
    '司空',
    '闾丘',
    '子车',
    '亓官',
    '司寇',
    '巫马',
    '公西',
    '颛孙',
    '壤驷',
    '公良',
    '漆雕',
    '乐正',
  ],
  ...[
    '宰父',
    '谷梁',
    '拓跋',
    '夹谷',
    '轩辕',
    '令狐',
    '段干',
    '百里',
    '呼延',
    '东郭',
    '南门',
    '羊舌',
    '微生',
    '梁丘',
  ],
  ...['左丘', '东门', '西门', '南荣', '第五', '完颜', '耶律', '纳兰', '爱新觉罗', '叶赫那拉'],
  ...['歐陽', '東方', '諸葛', '尉遲', '赫連', '濮陽', '公孫', '鍾離', '長孫', '鮮於', '司馬', '南宮'],
]);

/** Words that begin like a name and are none; they stand before colons and under titles. */
const WORDS = new Set(
  (
    '时间 时限 时长 地点 地址 方法 方式 方案 方向 方面 成果 成效 成绩 成员 成就 计划 计算 关于 关键 关注 项目 金额 金融 安排 安全 安置 应对 应急 应当 经验 经济 经费 经过 路径 路线 路段 ' +
    '温度 严肃 严格 严禁 高度 高新 高效 高质量 和谐 党建 党委 党员 党组 党组织 危害 范围 范本 强化 强调 强制 连接 明确 明细 习惯 向上 向前 向下 祝愿 祝贺 贺信 毛病 谢谢 万元 华东 白天 余额 常见 ' +
    '常态 程序 程度 景点 段落 包括 包含 包干 宣传 宣布 宣读 支持 支出 支部 管理 管控 解决 解读 解放 应用 简介 简要 简报 施工 施行 席位 申报 申请 印发 全文 全面 全力 全区 全市 全县 全省 全国 全体 ' +
    '全程 全员 平安 平台 平均 平时 查摆 查处 查找 查看 查询 相关 相比 公开 公告 公示 公共 公司 公安 公布 时常 曾经 尤其 文件 文号 文化 文明 文章 文字 林业 农业 农村 农民 农户 牧业 国土 国家 国际 国内 ' +
    '国务院 左右 车辆 房屋 田地 广泛 广大 利用 利益 马上 通知 通报 通过 通讯员 通讯 步骤 单位 单价 单独 原因 原则 原文 区域 区别 水平 易错 从严 从事 从此 常务 有关 有的 有些 有效 有利 有序 有力 ' +
    '有人 后续 后来 海外 海洋 红线 游客 益处 督导 督查 督办 归口 都是 都要 充分 充实 家庭 家长 封面 富民 山区 山东 山西 法律 法规 法院 法治 法人 代表 代码 青年 青海 展望 展示 战略 展开 初步 初稿 付款 ' +
    '于是 元旦 万事 东部 江苏 江西 海南 云南 河北 安徽 广东 广西 宁夏 黑龙江 贝壳 米粉 计量 成本 成为 成立 席间 盛况 钟点 高峰 高级 夏天 夏季 田间 万一 支撑 经营 房产 干部 干群 干劲 应届 宗旨 宣讲 单项 ' +
    '包装 石油 程式 陆续 荣誉 家电 家风 封闭 储备 松绑 井然 段位 富强 车间 车站 全民 全年 秋季 宁波 甘肃 武汉 符合 景区 束缚 龙头 幸福 司机 司法 印象 白皮书 从业 索引 双方 双拥 闻讯 贡献 劳动 申诉 扶持 扶贫 ' +
    '通用 边界 边远 尚未 农资 温馨提示 别的 连续 容易 向导 古镇 易地 慎重 终于 居民 居住 衡量 步伐 都市 满意 国债 文旅 广告 东西 师资 融资 冷链 简化 空间 曾任 养老 须知 丰富 关心 相应 查实 后勤 红旗 权利 盖章 ' +
    '公益 督促 海关 法定 青岛 区委 区政府 区长 区直 原定 任务 任期 任职 谈话 纪律 纪委 纪要 项下 董事 董事会 江河 常委 常委会 房地产 严重 严厉 金句 金点子 水利 成因 明年 明天 时候 时期 方可 顾问 平稳 ' +
    '任命 路灯 祝词 席卷 强弱项 强基础 强弱 强队伍 高标准 高水平 高起点 高质效 明责任 明方向 明确责任 严纪律 严作风 抓落实 强作风 强担当 安民心 时度效 解难题 解民忧 查问题 通堵点 管长远 全覆盖 双招双引 应知应会 ' +
    '時間 時限 地點 關於 關鍵 項目 經驗 經濟 經費 應對 單位 範圍 計劃 黨委 黨員 嚴格 華東 萬元 簡介'
  ).split(' '),
);

/** What people are called whose names are left out: 李某, 张某某, 王××. */
const PLACEHOLDERS = '某×xXｘＸ*＊';
const MIDDLE_DOTS = '·•・‧';
/** A given name has two characters at most, a name of several parts this many in each. */
const GIVEN_MOST = 2;
const PART_MOST = 8;
const NAME_PARTS_MOST = 5;

/** Whether `words` (without white space) is a person's name: 曹立忠, 欧阳明月, 李某某, 阿不都热西提·吾甫尔. Constant time. */
export function isName(words: string): boolean {
  if (words.length < 2 || words.length > PART_MOST * NAME_PARTS_MOST || WORDS.has(words)) return false;
  if (hasDot(words)) return isDottedName(words);
  return givenNameFits(words, surnameLength(words));
}

/** Whether `words` can be a name when a position stands before it: any two to four ideographs that are no common word. */
export function mayBeName(words: string): boolean {
  if (isName(words)) return true;
  if (words.length < 2 || words.length > 4) return false;
  // 高峰 and 安康 are words, and people too.
  if (WORDS.has(words)) return words.length === 2 && surnameLength(words) === 1;
  return [...words].every(isIdeograph) && !NO_GIVEN.test(words);
}

/** Characters that no given name holds but that end headings and phrases. */
const NO_GIVEN = /[的了在是与及等要议題题局办稿話话]/;

/** Whether a name begins like a common word: 项目一, 方法二. */
export function beginsAsWord(words: string): boolean {
  return WORDS.has(words.slice(0, 2));
}

/** How many characters of `words` are the surname; 0 for none. */
export function surnameLength(words: string): number {
  for (const length of [4, 2]) if (COMPOUND_SURNAMES.has(words.slice(0, length))) return length;
  return SURNAMES.has(words.charAt(0)) ? 1 : 0;
}

/** Whether `character` is a Chinese ideograph. */
export function isIdeograph(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0x20000 && code <= 0x3ffff) || code === 0x3007;
}

function givenNameFits(words: string, surname: number): boolean {
  if (surname === 0) return false;
  const given = [...words.slice(surname)];
  // 司马 alone is 司 with one character more.
  if (given.length === 0) return surname === 2 && SURNAMES.has(words.charAt(0)) && words.length === 2;
  if (given.length > GIVEN_MOST) return false;
  if (given.every((character) => PLACEHOLDERS.includes(character))) return true;
  return given.every(isIdeograph) && !NO_GIVEN.test(given.join(''));
}

function hasDot(words: string): boolean {
  for (const dot of MIDDLE_DOTS) if (words.includes(dot)) return true;
  return false;
}

function isDottedName(words: string): boolean {
  let parts = words;
  for (const dot of MIDDLE_DOTS) parts = parts.replaceAll(dot, '·');
  const each = parts.split('·');
  return (
    each.length <= NAME_PARTS_MOST &&
    each.every((part) => part !== '' && part.length <= PART_MOST && [...part].every(isIdeograph)) &&
    parts.length >= 4
  );
}
