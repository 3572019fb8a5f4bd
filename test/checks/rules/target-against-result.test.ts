import { targetAgainstResult } from '../../../shared/checks/rules/target-against-result.ts'
import { describeRule } from '../../support/describe-rule.ts'
import { reportOf } from '../../support/two-reports.ts'

const year = 2026
const invested = '全年完成固定资产投资1.82亿元。'
const aims = (target: string): string => `今年的主要目标是：${target}。`
/** Last year's report with what it aimed at. */
const aimed = (target: string, given = 2025): string[] => [reportOf(given, '抓农业。', `今年力争${target}。`)]

describeRule(targetAgainstResult, {
  passes: [
    { text: reportOf(year, invested, aims('固定资产投资1.95亿元')), year },
    { text: reportOf(year, invested, aims('固定资产投资1.46亿元')), year }, // four fifths are no question yet
    { text: reportOf(year, '预计固定资产投资完成1.82亿元。', aims('固定资产投资5200万元')), year },
    {
      text: reportOf(year, '全年完成固定资产投资1.82亿元，剔除高铁项目后4600万元。', aims('固定资产投资5200万元')),
      year,
    },
    { text: reportOf(year, invested, aims('剔除高铁项目，固定资产投资5200万元')), year },
    { text: reportOf(year, invested, aims('固定资产投资控制在5200万元以内')), year },
    { text: reportOf(year, invested, aims('固定资产投资下降70%左右，为5200万元')), year }, // the text says so itself
    { text: reportOf(year, invested, aims('宏达水泥厂完成固定资产投资5200万元')), year },
    { text: reportOf(year, '五年来累计完成固定资产投资1.82亿元。', aims('固定资产投资5200万元')), year },
    { text: reportOf(year, '上半年完成固定资产投资1.82亿元。', aims('固定资产投资5200万元')), year },
    { text: reportOf(year, '城镇新增就业640人。', aims('城镇新增就业400人')), year }, // a task that is set anew
    { text: reportOf(year, '改造老旧小区12个。', aims('改造老旧小区3个')), year },
    { text: reportOf(year, '重点项目完成投资3.6亿元。', aims('重点项目完成投资2亿元')), year }, // other projects
    { text: reportOf(year, '人口自然增长率6‰。', aims('人口自然增长率控制在4‰')), year },
    { text: reportOf(year, '全年完成固定资产投资1.8—1.9亿元。', aims('固定资产投资5200万元')), year },
    { text: reportOf(year, invested, aims('固定资产投资5000—5200万元')), year },
    { text: reportOf(year, invested, '到2030年，固定资产投资达到5200万元。'), year },
    { text: reportOf(year, `${invested}进入2026年，固定资产投资又完成5200万元。`), year }, // no target
    { text: reportOf(year, '宏达水泥厂完成固定资产投资1.82亿元。', '宏达水泥厂完成固定资产投资5200万元。'), year },
    { text: reportOf(year, '农业二税收入36万元。', aims('农业二税收入20万元')), year }, // less is no worse
    { text: reportOf(year, '出口总额完成3200万元。', aims('出口总额200万美元')), year },
    {
      text: reportOf(
        year,
        '全年完成固定资产投资1.82亿元，全镇完成固定资产投资5300万元。',
        aims('固定资产投资5200万元'),
      ),
      year,
    },
    // the target of last year's report was reached, or nobody says that it was exceeded
    {
      text: reportOf(year, '财政总收入完成3410万元，超额完成年度目标。'),
      year,
      prior: aimed('财政总收入完成3300万元'),
    },
    { text: reportOf(year, '财政总收入完成3110万元。'), year, prior: aimed('财政总收入完成3300万元') },
    { text: reportOf(year, '财政总收入完成3110万元，超额完成年度目标。'), year },
    {
      text: reportOf(year, '财政总收入完成3110万元，超额完成县下达任务。'),
      year,
      prior: aimed('财政总收入完成3300万元'),
    },
    {
      text: reportOf(year, '财政总收入完成3110万元，占年度目标的94.2%。'),
      year,
      prior: aimed('财政总收入完成3300万元'),
    },
    {
      text: reportOf(year, '财政总收入完成3110万元，完成年度目标的100%。'),
      year,
      prior: aimed('财政总收入完成3300万元'),
    },
    {
      text: reportOf(year, '预计财政总收入完成3110万元，超额完成年度目标。'),
      year,
      prior: aimed('财政总收入完成3300万元'),
    },
    {
      text: reportOf(year, '按可比口径财政总收入完成3110万元，超额完成年度目标。'),
      year,
      prior: aimed('财政总收入完成3300万元'),
    },
    {
      text: reportOf(year, '宏达水泥厂实现税收收入310万元，超额完成年度目标。'),
      year,
      prior: aimed('税收收入完成3300万元'),
    },
    {
      text: reportOf(year, '财政总收入完成3110万元，超额完成年度目标。'),
      year,
      prior: aimed('财政总收入控制在3300万元以内'),
    },
    {
      text: reportOf(year, '果品加工总投资3110万元，超额完成年度目标。'),
      year,
      prior: aimed('果品加工总投资3300万元'),
    },
    {
      text: reportOf(year, '财政总收入完成3110万元，超额完成年度目标。'),
      year,
      prior: aimed('剔除土地出让，财政总收入完成3350万元'),
    },
    {
      text: reportOf(year, '抓农业。', '确保财政总收入完成3110万元，超额完成年度目标。'),
      year,
      prior: [reportOf(2025, '抓农业。', '到2026年，财政总收入完成3350万元。')],
    },
    {
      text: reportOf(year, '宏达水泥厂实现税收收入310万元，超额完成年度目标。'),
      year,
      prior: aimed('宏达水泥厂实现税收收入330万元'),
    },
    { text: reportOf(year, '出口总额完成3110万元，超额完成年度目标。'), year, prior: aimed('出口总额完成3350万美元') },
    // the target of another year, of a draft of this year, of another town
    {
      text: reportOf(year, '财政总收入完成3110万元，超额完成年度目标。'),
      year,
      prior: aimed('财政总收入完成3300万元', 2024),
    },
    {
      text: reportOf(year, '财政总收入完成3110万元，超额完成年度目标。'),
      year,
      prior: aimed('财政总收入完成3300万元', 2026),
    },
    {
      text: reportOf(year, '财政总收入完成3110万元，超额完成年度目标。', '抓产业。', '青禾镇'),
      year,
      prior: [reportOf(2025, '抓农业。', '今年力争财政总收入完成3300万元。', '白石镇')],
    },
    { text: reportOf(year, invested, aims('固定资产投资1.42亿元左右')), year }, // may be four fifths
    // Targets that others have set, or for more years.
    ...'省定 市定 县定 区定 国家确定的 上级确定的 下达的 考核 三年 “十四五”'.split(' ').map((of) => ({
      text: reportOf(year, `财政总收入完成3110万元，超额完成${of}目标。`),
      year,
      prior: aimed('财政总收入完成3300万元'),
    })),
  ],
  flags: [
    {
      text: reportOf(year, invested, aims('固定资产投资【5200万元】')),
      year,
      messageId: 'targetBelowResult',
      says: '固定资产投资目标 5200万元，只有去年完成数 1.82亿元 的 28～29%',
    },
    ...[
      '已超额完成年度目标',
      '均超额完成年度目标',
      '超过年度任务',
      '超额完成计划',
      '超额完成目标',
      '超额完成预定任务',
      '超额完成最初任务',
      '完成年度任务的104.5%',
      '达到年度计划的104.5%',
      '达年度目标的104.5%',
      '为年度目标的104.5%',
      '占年度任务的104.5%',
    ].map((claim) => ({
      text: reportOf(year, `财政总收入完成【3110万元，${claim}】。`),
      year,
      prior: aimed('财政总收入完成3300万元'),
      messageId: 'resultBelowTarget',
      severity: 'error' as const,
    })),
    {
      text: reportOf(year, invested, aims('固定资产投资【5200万元】')),
      year,
      messageId: 'targetBelowResult',
      severity: 'warning',
      kind: 'implausible-value',
    },
    {
      text: reportOf(year, invested, aims('固定资产投资达到【5210万元以上】')),
      year,
      messageId: 'targetBelowResult',
      severity: 'warning',
    },
    {
      text: reportOf(year, '居民人均可支配收入18600元。', aims('居民人均可支配收入【12900元】')),
      year,
      messageId: 'targetBelowResult',
    },
    {
      text: reportOf(year, invested, aims('固定资产投资突破【5210万元】')).replace('突破【', '【突破'),
      year,
      messageId: 'targetBelowResult',
      severity: 'warning',
    },
    // said twice, asked about once
    {
      text: reportOf(year, invested, `${aims('固定资产投资【5200万元】')}\n加快建设，确保固定资产投资5200万元。`),
      year,
      messageId: 'targetBelowResult',
    },
    {
      text: reportOf(year, '农民人均纯收入8600元。', aims('农民人均纯收入【5900元】')),
      year,
      messageId: 'targetBelowResult',
    },
    {
      text: reportOf(year, '森林覆盖率达到61.5%。', aims('森林覆盖率达到【41.8%】')),
      year,
      messageId: 'targetBelowResult',
    },
    // 3000万元 may stand for 3400万元 were its zeros rounding
    {
      text: reportOf(year, '招商引资到位资金4100万元。', aims('招商引资到位资金【3000万元】')),
      year,
      messageId: 'targetBelowResult',
      severity: 'note',
    },
    {
      text: reportOf(year, '财政总收入完成【3110万元，超额完成年度目标】。'),
      year,
      prior: aimed('财政总收入完成3350万元以上'),
      messageId: 'resultBelowTarget',
      severity: 'error',
    },
    {
      text: reportOf(year, '财政总收入完成【3110万元，增长8%，超额完成年初确定的目标】。'),
      year,
      prior: aimed('财政总收入完成3350万元'),
      messageId: 'resultBelowTarget',
    },
    {
      text: reportOf(year, '财政总收入完成【3110万元，占年计划的104.2%】。'),
      year,
      prior: aimed('财政总收入完成3350万元'),
      messageId: 'resultBelowTarget',
    },
    // 3000万元 may stand for 2980万元
    {
      text: reportOf(year, '财政总收入完成【2980万元，超额完成年度目标】。'),
      year,
      prior: aimed('财政总收入完成3000万元'),
      messageId: 'resultBelowTarget',
      severity: 'note',
    },
    // a year before
    {
      text: reportOf(year, '2024年，财政总收入完成【3110万元，超额完成年度目标】。'),
      year,
      prior: [...aimed('财政总收入完成3050万元'), ...aimed('财政总收入完成3350万元', 2024)],
      messageId: 'resultBelowTarget',
    },
    // whose task it was is not said
    {
      text: reportOf(year, '财政总收入完成【3110万元、超额完成任务】。'),
      year,
      prior: aimed('财政总收入完成3350万元'),
      messageId: 'resultBelowTarget',
      severity: 'warning',
    },
    // of two earlier reports the one that planned for the year
    {
      text: reportOf(year, '财政总收入完成【3110万元，超额完成年度目标】。'),
      year,
      prior: [...aimed('财政总收入完成2900万元', 2024), ...aimed('财政总收入完成3350万元')],
      messageId: 'resultBelowTarget',
    },
  ],
})
