import type { PlaceLevel } from '../report/schema.ts'
import type { LedgerRow } from './ledger.ts'

/** The order in which reports name their indicators, of a county and of a town; names are those of the catalogue. */
const county =
  '地区生产总值 财政总收入 一般公共预算收入 税收收入 税收占财政收入比重 规模以上工业增加值 固定资产投资 工业投资 社会消费品零售总额 进出口总额 出口总额 ' +
  '实际利用外资 招商引资到位资金 城镇居民人均可支配收入 农村居民人均可支配收入 居民消费价格指数 城镇登记失业率 城镇调查失业率 城镇新增就业 ' +
  '金融机构存款余额 金融机构贷款余额 城镇化率 粮食种植面积 粮食产量 森林覆盖率 人口自然增长率 PM2.5平均浓度 单位地区生产总值能耗'
const town =
  '地区生产总值 工农业总产值 工业总产值 农业总产值 财政总收入 一般公共预算收入 税收收入 固定资产投资 招商引资到位资金 社会消费品零售总额 ' +
  '城镇居民人均可支配收入 农村居民人均可支配收入 农村居民人均纯收入 村集体经济收入 粮食种植面积 粮食产量 高标准农田面积 油菜种植面积 蔬菜种植面积 ' +
  '生猪出栏量 土地流转面积 通村公路硬化里程 危房改造户数 城乡居民医保参保率 养老保险参保率 脱贫人数 城镇新增就业 矛盾纠纷调处数'

export const usualOrders = { county: county.split(' '), town: town.split(' ') }

/** Rows as a report would name them; those that no report usually names keep the order of the ledger behind the others. */
export function inUsualOrder(rows: readonly LedgerRow[], level: PlaceLevel): LedgerRow[] {
  const isTown = level === 'town' || level === 'township' || level === 'subdistrict'
  const order = new Map((isTown ? usualOrders.town : usualOrders.county).map((name, index) => [name, index]))
  const placeOf = ({ indicator, formerly }: LedgerRow): number =>
    Math.min(...[indicator, ...formerly].map((name) => order.get(name) ?? Infinity))
  return rows
    .map((row, index) => ({ row, place: placeOf(row), index }))
    .sort((a, b) => (a.place === b.place ? a.index - b.index : a.place - b.place))
    .map(({ row }) => row)
}
