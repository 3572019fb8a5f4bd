import type { QuantityKind } from './quantity.ts'

/** Measure words by kind. Written forms that mean the same unit follow in `sameUnit`. */
const units: Partial<Record<QuantityKind, string>> = {
  money: '元 美元 欧元 日元 港元 港币 英镑 人民币 元人民币',
  pct: '% 成',
  permille: '‰',
  pp: '百分点 个百分点 个点 千分点 个千分点',
  area: '亩 公顷 平方米 平米 平方公里 平方千米 平方 ㎡ 顷 亩次',
  length: '米 公里 千米 厘米 毫米 里 华里 延米 延长米 海里 单公里',
  mass: '吨 公斤 千克 斤 克 担 吨标准煤 吨标煤 微克/立方米 毫克/立方米 毫克/升 微克每立方米 载重吨',
  volume: '立方米 立方 方 升 毫升 标方 标准立方米',
  energy:
    '度 千瓦时 千瓦小时 千瓦 兆瓦 吉瓦 千伏 千伏安 伏安 兆伏安 蒸吨 大卡 兆瓦时 kV KV kv MW mw kW KW kw MWh GWh GW',
  duration: '年 个月 月 天 日 小时 个小时 分钟 秒 周 个工作日 工作日 周年 周岁 岁 个年度 昼夜 个半月 学年 学时 课时',
  count:
    '倍 户 人 名 头 羽 只 家 个 项 件 宗 起 座 条 所 处 套 台 辆 次 人次 户次 车次 架次 班次 台次 件次 例次 家次 批次 场次 株 棵 间 栋 幢 ' +
    '本 份 篇 张 块 片 支 队 对 门 口 眼 艘 架 班 批 例 种 类 部 场 标箱 床 枚 位 员 盏 面 盆 组 轮 层 孔 根 杆 封 款 单 ' +
    '笔 桌 箱 桶 瓶 袋 粒 颗 束 道 段 页 字 句 辆次 台套 人天 分 尾 匹 峰 窝 箱次 环 幅 首 堂 节 朵 顶 ' +
    '双 副 列 趟 则 句 桩 车位 床位 学位 工日 剂 剂次 棒 TEU 吨公里 人公里 标准箱 棚',
}

const kindByUnit = new Map<string, QuantityKind>()
for (const [kind, words] of Object.entries(units)) {
  for (const word of words.split(' ')) kindByUnit.set(word, kind as QuantityKind)
}

/** Printed forms of one unit under one name: 平米 → 平方米, 个百分点 → 百分点. */
const sameUnit: Record<string, string> = {
  个百分点: '百分点',
  个点: '百分点',
  个千分点: '千分点',
  平米: '平方米',
  '㎡': '平方米',
  平方: '平方米',
  平方千米: '平方公里',
  千米: '公里',
  元人民币: '元',
  人民币: '元',
  港币: '港元',
  立方: '立方米',
  方: '立方米',
  千瓦小时: '千瓦时',
  个小时: '小时',
  kV: '千伏',
  KV: '千伏',
  kv: '千伏',
  MW: '兆瓦',
  mw: '兆瓦',
  kW: '千瓦',
  KW: '千瓦',
  kw: '千瓦',
  GW: '吉瓦',
  MWh: '兆瓦时',
  微克每立方米: '微克/立方米',
  吨标煤: '吨标准煤',
  标准箱: '标箱',
  TEU: '标箱',
}

export function unitName(printed: string): string {
  return sameUnit[printed] ?? printed
}

export function unitKind(printed: string): QuantityKind {
  return kindByUnit.get(printed) ?? 'count'
}

/** Powers of ten of the magnitudes that join a unit (万亩, 千亿元). */
export const magnitudes: Record<string, number> = {
  '': 0,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
}

/**
 * Characters after a one-character unit that make it the beginning of another word: 5家庭, 3部门, 2000种植, 12处理.
 * Written so that the noun after a real measure word (3个部门, 6名人员) is untouched.
 */
const otherWord: Record<string, string> = {
  人: '均民口大才工力员造防社参行们',
  家: '庭园乡具电居政务教畜禽用',
  个: '体别性税私协贷',
  名: '牌称优录特镇村校医著誉',
  项: '目',
  条: '例件',
  场: '所景地镇馆域',
  起: '来步草飞源伏于点色',
  分: '别类之布局会析配散级钟公子期工行管解明为成批支担享层流校站',
  方: '面案式便向针法阵言正位能可',
  支: '持出付撑援柱线渠部委流',
  处: '理置罚于级分长在',
  间: '接隔断谍',
  片: '区',
  对: '接外口标照应于策全',
  批: '复准示评发',
  种: '植养粮类子业苗',
  部: '门分署队',
  本: '级地土科次年区县市镇乡轮质周月',
  班: '子车',
  道: '路德',
  位: '于居列移',
  面: '积向对临貌粉',
  根: '据本治',
  架: '构',
  字: '号',
  单: '位独项',
  节: '点约日目水能假余',
  度: '过假汛夏',
  克: '服难强',
  首: '届次位先',
  件: '次',
  门: '类诊槛',
  口: '岸径腔',
  组: '织建团合成长',
  头: '雁',
  层: '面次级层',
  队: '伍',
  例: '如行',
  列: '入为全',
  里: '程',
  米: '路',
  台: '账湾阶',
  句: '号',
  幅: '度',
  张: '贴',
  份: '额子',
  段: '落',
  环: '境保卫节',
  双: '创减拥城千语',
  棚: '户改',
  标: '准',
  员: '工',
  株: '洲',
  秒: '杀',
  周: '边末转期',
  天: '然气',
  日: '均常报产益前间处起照用',
  月: '均',
}

/** Alternatives of a regular expression, longest first, each with what may not follow it. */
export const unitPattern = [...kindByUnit.keys()]
  .filter((word) => word !== '成')
  .sort((a, b) => b.length - a.length)
  .map((word) => {
    const forbidden = otherWord[word]
    return word.replace('/', '\\/') + (forbidden === undefined || forbidden === '' ? '' : `(?![${forbidden}])`)
  })
  .join('|')

/** A Han numeral before one of these counts something; other units (分, 度, 面 …) are read after Arabic digits only. */
export const hanCountable = new Set(
  (
    '个 户 人 名 家 项 件 宗 起 座 条 所 处 套 台 辆 次 人次 场 场次 批次 支 篇 份 株 棵 间 栋 幢 块 只 头 羽 种 类 位 组 对 艘 架 ' +
    '年 个月 天 小时 个小时 周年 个工作日 百分点 个百分点 倍 亩 元 美元 公里 千米 米 吨 公斤 斤 公顷 平方米 平方公里 立方米 % 眼 口 例 笔 支 枚 盏'
  ).split(' '),
)
