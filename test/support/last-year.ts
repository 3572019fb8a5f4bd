import { smallLedger } from './small-ledger.ts'
import { reportFromText } from '../../shared/report/import/import-text.ts'
import type { PriorReport } from '../../shared/desktop/prior-reports.ts'
import type { Ledger } from '../../shared/ledger/ledger.ts'
import type { Report } from '../../shared/report/schema.ts'
import { reportMeta } from './report-meta.ts'

/** Two reports of a made-up town: what was planned for 2025, and what the report of 2026 says became of it. */
export const lastYearText = [
  '穗桥镇人民政府工作报告',
  '——2025年1月8日在穗桥镇第十九届人民代表大会第五次会议上',
  '穗桥镇人民政府镇长　程远山',
  '各位代表：',
  '现在，我代表镇人民政府向大会报告工作，请予审议。',
  '一、2024年工作回顾',
  '2024年，全镇上下同心，经济平稳运行。',
  '（一）综合实力稳步提升。全年实现地区生产总值8.42亿元，增长5.8%；财政总收入完成2710万元，增长6.1%；固定资产投资完成1.97亿元，增长7.4%。',
  '（二）人居环境不断改善。新建公厕12座，完成旧房改造36户。卫生保洁实现全覆盖，群众满意度明显提升。',
  '二、2025年工作安排',
  '2025年经济社会发展的主要预期目标是：地区生产总值增长6%以上；财政总收入增长4%；固定资产投资增长10%以上；农村居民人均可支配收入增长7%；城镇新增就业260人以上。',
  '（一）抓产业兴镇。建成云坡冷链物流园，年内投入运营。新建高标准农田3000亩。',
  '（二）抓民生实事。改造镇卫生院门诊楼，确保年底前投用。建成石梁村文化广场。实施集镇农贸市场改造工程，确保6月底前完工。硬化村组道路20公里。',
  '三、政府自身建设',
  '坚持依法行政，自觉接受人大监督。推行一线工作法，让干部在基层历练成长。',
  '各位代表，让我们携手并肩，为建设美好穗桥而努力奋斗！',
].join('\n')

export const thisYearText = [
  '穗桥镇人民政府工作报告',
  '——2026年1月12日在穗桥镇第十九届人民代表大会第六次会议上',
  '穗桥镇人民政府镇长　程远山',
  '各位代表：',
  '现在，我代表镇人民政府向大会报告工作，请予审议。',
  '一、2025年工作回顾',
  '2025年，全镇上下攻坚克难，各项工作取得新进展。',
  '（一）综合实力稳步提升。全年实现地区生产总值9.01亿元，增长6.2%；财政总收入完成2841万元，增长4.8%；固定资产投资完成2.15亿元，增长9.1%；农村居民人均可支配收入24860元，增长7.3%。',
  '（二）乡村产业提质增效。云坡冷链物流园建成运营，新建高标准农田3200亩。',
  '（三）人居环境不断改善。硬化村组道路18.6公里，镇卫生院门诊楼改造主体完工。卫生保洁实现全覆盖，群众满意度明显提升。',
  '二、2026年工作安排',
  '2026年经济社会发展的主要预期目标是：地区生产总值增长6%左右；财政总收入增长4%以上。',
  '（一）做强特色产业。培育茶叶合作社，延伸加工链条。',
  '三、政府自身建设',
  '坚持依法行政，自觉接受人大监督。推行一线工作法，让干部在基层历练成长。',
  '各位代表，让我们同心同德，为建设美好穗桥而努力奋斗！',
].join('\n')

export function twoYears(): { report: Report; prior: PriorReport[]; ledger: Ledger } {
  const { report } = reportFromText(thisYearText, { id: 'this-year', name: '2026.txt', format: 'txt' })
  return {
    report: { ...report, meta: reportMeta() },
    prior: [{ name: '2025年报告.docx', text: lastYearText }],
    ledger: smallLedger('穗桥镇'),
  }
}
