import { growthInReport } from '../../../shared/checks/rules/growth-in-report.ts'
import type { Cell } from '../../support/ledgers.ts'
import { describeRule } from '../../support/describe-rule.ts'

/** A small report: the review states the results, the plan the targets. */
const report = (results: string, targets: string): string =>
  [
    '各位代表：',
    '一、2025年工作回顾',
    `2025年，全镇经济平稳增长。${results}。`,
    '二、2026年工作安排',
    `2026年全镇经济社会发展的主要预期目标是：${targets}。`,
  ].join('\n')

const ledger: Cell[] = [{ indicator: '茶叶产量', unit: '吨', year: 2025, value: '150' }]
const tea = (cell: string): string => `茶叶产量|2025|year|${cell}`

describeRule(growthInReport, {
  passes: [
    { text: '自然增长率由6.3‰下降到4.1‰，下降2.2个千分点。', agreeing: ['6.3‰', '4.1‰', '2.2个千分点'] },
    '自然增长率由6.3‰下降到4.1‰，下降2.2个百分点。', // written so by many
    '入学率由96.3%提高到98.1%，提高2.8个千分点。',
    { text: '工业增速由9.5%回落到7.2%，回落2.3个百分点。', agreeing: ['9.5%', '7.2%', '2.3个百分点'] },
    { text: '规上企业新增18家、退出7家、净增11家。', agreeing: ['18家', '7家', '11家'] },
    '规上企业新增18家、退出7家、新上12家。',
    '规上企业达到18家、退出7家、净增12家。', // the 18 are all there are
    '规上企业新增18家、投产7家、净增12家。',
    '规上企业新增18家、退出7户、净增12家。',
    '规上企业新增18家、退出7家、净增12户。',
    '规上企业新增18家，全年有3家搬入园区、退出7家、净增12家。',
    // The result told again in the plan, as it stands in the review.
    {
      text: report('茶叶产量达到150吨，增长13.3%', '做强茶业。全镇茶叶产量达到150吨，增长13.3%'),
      year: 2026,
    },
    {
      text: report('财政总收入完成1.26亿元，增长8%', '财政总收入12600万元，增长8.0%'),
      year: 2026,
    },
    // Bound to the ledger: the year is that of the link.
    {
      text: report('茶叶产量达到150吨', '茶叶产量达到{150吨}，增长13.3%'),
      year: 2026,
      ledger,
      links: [tea('result|value')],
    },
    {
      text: report('茶叶产量达到150吨', '茶叶产量达到150吨，{增长13.3%}'),
      year: 2026,
      ledger,
      links: [tea('result|growth')],
    },
    // Last year's target beside the result of the year before it.
    {
      text: report('茶叶产量达到150吨', '茶叶产量目标为{170吨}，增长30%'),
      year: 2026,
      ledger,
      links: [tea('target|value')],
    },
    '财政总收入占比26.5%，达到3618万元，比上年增加512万元。',
    '财政总收入增长26.5%，达到3618万元，支出512万元。',
    '财政总收入增长26.5%，达到3618万元，比2019年增加512万元。', // two bases
    ...['平均', '可比', '实际', '名义'].map((how) => `财政总收入${how}增长26.5%，达到3618万元，比上年增加512万元。`),
    'GDP由3.1亿元增加到3.6亿元，增长6.5%。',
    '脐橙产量由3106吨增加到3618吨，增长3倍。', // 增长3倍 is read in two ways
    ...['年初的', '上期的', '“十三五”末的', '原来的', '开始的', '成立时的'].map(
      (origin) => `城镇化率从${origin}41.2%提高到46.5%，比上年提高1.2个百分点。`,
    ),
    '城镇化率由41.2%提高到46.5%，提高5.3%。',
    '城镇化率46.5%，比上年的41.2%提高5.3%。',
    '参保率由3106人提高到96.5%，提高6.3个百分点。',
    '参保人数由3106人增加到3618户，增长6.5%。',
    '参保人数3618人，比上年的3106户增长6.5%。',
    '财政总收入3618万元，比上年的3106万元增加512万元。',
    '财政总收入3618万元，比上年的3106万元多，税收增长26.5%。',
    '补助标准由每人每月340元提高到380元，增加60户。',
    '城镇化率41.2%提高到46.5%，提高6.3个百分点。', // from where is not said
    '城镇化率从41.2%起步，今年46.5%，提高6.3个百分点。',
    ...['预算', '计划', '任务', '目标'].map((plan) => `财政总收入3618万元，比${plan}增加512万元，增长6.5%。`),
    ...['比', '较', '超', '超过'].map((than) => `财政总收入3618万元，${than}目标3300万元增加318万元，增长19.6%。`),
    '财政总收入3618万元，增长512万元，比上年增加318万元。',
    '城镇化率46.5%，比上年增加5.3%，增长26.5%。',
    '财政总收入3618万元，比上年增加512户，增长26.5%。',
    '财政总收入3618万元，比上年增加512万元，完成率26.5%。',
    '财政总收入增长512万元，达到3618万元，比上年增加318万元。',
    '城镇化率提高5.3%，达到46.5%，比上年增加2.1%。',
    '财政总收入增长26.5%，达到3618万元，比上年增加512户。',
    '财政总收入1000万元，比上年增加1020万元，增长40%。', // both may be rounded
    '城镇化率从2024年的41.2%提高到46.5%，同比提高6.3个百分点。', // of which year the report is cannot be known
    { text: '城镇化率从2020年的41.2%提高到46.5%，同比提高1.2个百分点。', year: 2026 },
    { text: report('财政总收入完成3106万元', '财政总收入3600—3618万元，增长30%'), year: 2026 },
    { text: report('财政总收入完成3106万元', '财政总收入4500万元，增长20—22%'), year: 2026 },
    { text: report('财政总收入完成3000—3106万元', '财政总收入4500万元，增长20%'), year: 2026 },
    { text: report('上半年财政总收入完成3106万元', '上半年财政总收入4500万元，增长20%'), year: 2026 },
    { text: report('财政总收入由1580万元增加到3230万元', '脱贫人口稳定'), year: 2026 },
    {
      text: report('财政总收入由1580万元增加到3230万元，增势良好。财政总收入完成3230万元，增长8%', '抓好税收'),
      year: 2026,
    },
    // One of two earlier values fits.
    { text: report('财政总收入完成2841万元。财政总收入完成3106万元', '财政总收入4038万元，增长30%'), year: 2026 },
    '财政总收入3618万元，比上年减少512万元，增长26.5%。', // the words contradict each other
    '城镇化率从41.2%提高到46.5%，提高5.3个百分点。',
    '城镇化率从五年前的41.2%提高到46.5%，比上年提高1.2个百分点。', // two bases
    '城镇化率从41.2%提高到46.5%，年均提高1.1个百分点。',
    '城镇化率从2020年的41.2%提高到46.5%，同比提高1.2个百分点。',
    '补助标准由每人每月340元提高到380元，增加40元。',
    '补助标准由每人每月340元提高到380元，惠及60户。',
    '工业增加值完成3618万元，比上年增加512万元，增长6.5%。', // real growth on nominal values
    '生产总值由3.1亿元增加到3.6亿元，增长6.5%。',
    '财政总收入3618万元，比预算增加512万元，增长6.5%。', // grown from last year, not from the plan
    '脐橙产量3618吨，上年3106吨，同比增长16.5%。',
    '脐橙产量3618吨，上年同期3106吨，全年用工增长26.5%。', // the growth of something else
    '财政总收入增长16.5%，达到3618万元，比上年增加512万元。',
    '财政总收入年均增长26.5%，达到3618万元，比上年增加512万元。',
    '财政总收入比2021年增长46.5%，达到3618万元，比上年增加512万元。',
    '财政总收入增长26.5%，达到3618万元，比预算增加512万元。',
    '财政总收入增长26.5%，达到3618万元，比上年减少512万元。', // the words contradict each other
    '财政总收入增长26.5%，税收达到3618万元，比上年增加512万元。',
    '生产总值增长26.5%，达到3618万元，比上年增加512万元。', // real growth
    '工业总产值3618万元，比上年增加512万元，增长26.5%。',
    '农业总产值由3106万元增加到3618万元，增长6.5%。',
    '工业总产值由3106万元增加到3618万元，增长16.5%。',
    '财政总收入由去年的3106万元增加到3618万元，净增512万元。',
    '专业合作社由26家发展到41家，新增18家。', // three may have closed
    '财政总收入3618万元，比目标3300万元增加318万元，增长19.6%。', // grown from last year, not from the plan
    {
      text: report('财政总收入完成3618万元，增长16.5%；2024年为3350万元（决算数调整后）', '财政总收入3980万元'),
      year: 2026,
    },
    { text: report('财政总收入完成3618万元，上年为3106万元，增长16.5%', '财政总收入3980万元'), year: 2026 },
    '财政总收入3618万元，增长16.5%，增加512万元。',
    '财政总收入3618万元，比2019年增加1512万元，同比增长16.5%。',
    '财政总收入完成3618万元，比上年的3106万元增长16.5%。',
    '财政总收入由2106万元增加到3618万元，实际增长6.5%。',
    '失业人数由420人下降到360人，增长14.3%。', // the words contradict each other, not the figures
    { text: report('财政总收入完成3106万元', '财政总收入4038万元，实际增长20%'), year: 2026 },
    { text: report('财政总收入完成3106万元，突破3000万元', '财政总收入3618万元，增长16.5%'), year: 2026 },
    { text: report('固定资产投资完成1.53亿元', '固定资产投资1.9亿元，增长26%'), year: 2026 }, // 20.5…27.9: rounding alone
    { text: report('财政总收入完成3106万元', '财政总收入4038万元，增长30%'), year: 2026 },
    { text: report('固定资产投资完成4亿元', '固定资产投资5亿元，增长40%'), year: 2026 }, // 0…57: nothing can be said
    { text: report('地区生产总值完成5.2亿元', '地区生产总值6.8亿元，增长9%'), year: 2026 }, // real growth on nominal values
    { text: report('规模以上工业增加值2.1亿元', '规模以上工业增加值3亿元，增长8%'), year: 2026 },
    { text: report('固定资产投资完成1.53亿元', '固定资产投资3.9亿元，年均增长26%'), year: 2026 },
    { text: report('固定资产投资完成1.53亿元', '固定资产投资3.9亿元，比2020年增长86%'), year: 2026 },
    { text: report('固定资产投资完成1.53亿元', '固定资产投资3.9亿元，增长20%以上'), year: 2026 },
    { text: report('全县固定资产投资完成41.5亿元', '固定资产投资3.9亿元，增长20%'), year: 2026 }, // the county's
    { text: report('上半年固定资产投资完成1.5亿元', '固定资产投资3.9亿元，增长20%'), year: 2026 },
    { text: report('税收占财政收入比重达到61%', '税收占财政收入比重达到64%，提高3个百分点'), year: 2026 },
    '全镇PM2.5平均浓度由52微克/立方米降至46微克/立方米，下降11.5%。',
    '招商引资到位资金由2020年的3000万元增加到9000万元，同比增长12%。', // two bases
    '农村居民人均可支配收入由14200元增加到19800元，年均增长8.7%。',
    '全年完成财政总收入1264万元，比上年增加204万元，增长19.2%。',
    '城镇化率由41%提高到46%，提高12.2%。',
    // What the sentence has judged, and how far its digits reach.
    {
      text: '财政总收入3618万元，比上年增加512万元，增长16.5%。',
      agreeing: ['3618万元', '512万元', '16.5%'],
    },
    {
      text: '财政总收入5亿元，比上年增加1亿元，增长25%。',
      undecidable: ['5亿元', '1亿元', '25%'],
    },
    // What was hoped for is nothing to have grown from.
    { text: `${report('财政总收入完成4500万元，增长8%', '抓好税收')}\n力争2024年财政总收入达到3106万元。`, year: 2026 },
    {
      text: '财政总收入由4亿元增加到5亿元，增长25%。',
      undecidable: ['4亿元', '5亿元', '25%'],
    },
    { text: '财政总收入由3106万元增加到3618万元，增长16.5%。', agreeing: ['3106万元', '3618万元', '16.5%'] },
    { text: '城镇化率由41.2%提高到46.5%，提高5.3个百分点。', agreeing: ['41.2%', '46.5%', '5.3个百分点'] },
    '财政总收入完成26.5%，达到3618万元，比上年增加512万元。', // of the plan
  ],
  flags: [
    {
      text: '自然增长率由6.3‰下降到【4.1‰，下降3.2个千分点】。',
      messageId: 'differenceMismatch',
      severity: 'error',
      repaired: '下降2.2个千分点',
    },
    {
      text: '工业增速由9.5%回落到【7.2%，回落3.3个百分点】。',
      messageId: 'differenceMismatch',
      severity: 'error',
      repaired: '回落2.3个百分点',
    },
    {
      text: '城乡差距由9.5%缩小到【7.2%，缩小3.3个百分点】。',
      messageId: 'differenceMismatch',
    },
    {
      text: '跌幅由9.5%收窄到【7.2%，收窄3.3个百分点】。',
      messageId: 'differenceMismatch',
    },
    ...['退出', '注销', '关停', '减少'].map((left) => ({
      text: `规上企业新增【18家、${left}7家、净增13家】。`,
      messageId: 'differenceMismatch',
      severity: 'error' as const,
      repaired: '净增11家',
    })),
    // Alike in one of the two only.
    ...['150吨，增长14.3%', '150吨，下降13.3%', '1500吨，增长13.3%'].map((target) => ({
      text: report('茶叶产量达到150吨，增长13.3%', `茶叶产量【${target}】`),
      year: 2026,
      messageId: 'growthMismatch',
    })),
    {
      text: report('茶叶产量达到150吨', '茶叶产量达到【{180吨}，增长13.3%】'),
      year: 2026,
      ledger,
      links: ['茶叶产量|2026|year|target|value'],
      messageId: 'growthMismatch',
    },
    // The link says of a number in the review that it is a target.
    {
      text: report('茶叶产量达到150吨。茶叶产量达到【{180吨}，增长13.3%】', '做强茶业'),
      year: 2026,
      ledger,
      links: ['茶叶产量|2026|year|target|value'],
      messageId: 'growthMismatch',
    },
    // A key that cannot be read binds nothing.
    {
      text: report('茶叶产量达到150吨', '茶叶产量达到【{150吨}，增长13.3%】'),
      year: 2026,
      ledger,
      links: ['茶叶产量'],
      messageId: 'growthMismatch',
    },
    ...['增长', '提升', '上升', '上涨', '扩大', '拓展', '攀升', '跃升', '升', '涨'].map((verb) => ({
      text: `参保人数由3106人${verb}到【3618人，增长26.5%】。`,
      messageId: 'growthMismatch',
    })),
    ...['下降', '降低', '缩减', '缩短', '压减', '压缩', '下滑', '回落', '减'].map((verb) => ({
      text: `上访人数由3618人${verb}到【3106人，下降26.5%】。`,
      messageId: 'growthMismatch',
    })),
    // The sentence names two bases, and the value of last year stands elsewhere.
    {
      text: report(
        '财政总收入由2020年的3106万元增加到【4510万元，同比增长30%】。2024年财政总收入完成3880万元',
        '抓好税收',
      ),
      year: 2026,
      messageId: 'growthMismatch',
    },
    {
      text: '财政总收入【3618万元，比上年增加512万元，增长40%】。',
      messageId: 'growthMismatch',
      formula: '文中 40%，应为 16.5%（512 ÷ (3618 − 512)）',
      repaired: '增长16.5%',
    },
    {
      text: '财政总收入【3106万元，比上年减少512万元，下降40%】。',
      messageId: 'growthMismatch',
      formula: '文中 −40%，应为 −14.2%～−14.1%（512 ÷ (3106 + 512)）',
      repaired: '下降14.2%',
    },
    {
      text: '财政总收入【1.26亿元，比上年增加2040万元，增长40%】。',
      messageId: 'growthMismatch',
      formula: '文中 40%，应为 19.2%～19.4%（2040万元 ÷ (1.26亿元 − 2040万元)）',
    },
    { text: '财政总收入【3106万元，减少512万元，下降26.5%】。', messageId: 'growthMismatch' },
    { text: '工业增加值占比由41.2%提高到【46.5%，提高6.3个百分点】。', messageId: 'differenceMismatch' },
    ...['增加到', '增加到2025年的', '增加到2025年底的', '增加到去年的', '增加到目前的', '增加为'].map((to) => ({
      text: `财政总收入由3106万元${to}【3618万元，增长26.5%】。`,
      messageId: 'growthMismatch',
    })),
    ...['2020年的', '2020年底的', '2020年', '五年前的', ''].map((from) => ({
      text: `城镇化率从${from}41.2%提高到【46.5%，提高6.3个百分点】。`,
      messageId: 'differenceMismatch',
    })),
    ...['同比', '比上年', '较上年', '与上年相比', '比去年', '比上年同期', '累计', '总体', '共'].map((words) => ({
      text: `城镇化率从41.2%提高到【46.5%，${words}提高6.3个百分点】。`,
      messageId: 'differenceMismatch',
    })),
    ...['增长', '增加', '净增', '增', '增幅', '增幅为', '提高', '提升', '上升', '上涨', '多'].map((word) => ({
      text: `财政总收入由3106万元增加到【3618万元，${word}26.5%】。`,
      messageId: 'growthMismatch',
    })),
    ...['下降', '下滑', '降低', '减少', '缩减', '少', '降幅', '降幅为'].map((word) => ({
      text: `在册企业由410家减少到【360家，${word}22.5%】。`,
      messageId: 'growthMismatch',
    })),
    ...'比上年的 较上年的 与上年的 比去年的 比上一年的 比2024年的 比上年同期的 比上年实际 比上年决算 比上年决算数 比2024年底的 比2024年末的'
      .split(' ')
      .map((than) => ({ text: `财政总收入【3618万元，${than}3106万元增长26.5%】。`, messageId: 'growthMismatch' })),
    ...['增长', '提高', '上升', '增加'].flatMap((word) =>
      [
        { text: `财政总收入【3618万元，比上年的3106万元${word}26.5%】。`, messageId: 'growthMismatch' },
        { text: `脐橙产量【3618吨，上年3106吨，${word}26.5%】。`, messageId: 'growthMismatch' },
        { text: `财政总收入${word}26.5%，达到【3618万元，比上年增加512万元】。`, messageId: 'growthMismatch' },
      ].slice(0, word === '增加' ? 2 : 3),
    ),
    ...['下降', '降低', '减少'].flatMap((word) => [
      { text: `财政总收入【3106万元，比上年的3618万元${word}26.5%】。`, messageId: 'growthMismatch' },
      { text: `脐橙产量【3106吨，上年3618吨，${word}26.5%】。`, messageId: 'growthMismatch' },
      { text: `财政总收入${word}26.5%，降至【3106万元，比上年减少512万元】。`, messageId: 'growthMismatch' },
    ]),
    ...['上年', '去年', '上一年', '上年同期', '上年为', '上年是', '上年完成', '上年实现', '上年仅', '上年只有'].map(
      (before) => ({
        text: `脐橙产量【3618吨，${before}3106吨，增长26.5%】。`,
        messageId: 'growthMismatch',
      }),
    ),
    ...['同比', '比上年', '较上年'].map((words) => ({
      text: `脐橙产量【3618吨，上年3106吨，${words}增长26.5%】。`,
      messageId: 'growthMismatch',
    })),
    ...'比上年增加 比上年净增 比上年净增加 比上年增收 比上年多 较上年增加 同比增加 比上年预算增加 比去年任务增加'
      .split(' ')
      .map((words) => ({
        text: `财政总收入【3618万元，${words}512万元，增长26.5%】。`,
        messageId: 'growthMismatch',
      })),
    ...['减少', '减收', '少', '下降'].map((word) => ({
      text: `财政总收入【3106万元，比上年${word}512万元，下降26.5%】。`,
      messageId: 'growthMismatch',
      formula: '文中 −26.5%，应为 −14.2%～−14.1%（512 ÷ (3106 + 512)）',
    })),
    { text: '财政总收入达到较好水平【3618万元，比上年增加512万元，增长26.5%】。', messageId: 'growthMismatch' },
    { text: '财政总收入【3618万元，比上年增加512万元，同比增长26.5%】。', messageId: 'growthMismatch' },
    ...['达', '达到', '完成', '实现', '总量达', '总额达到', '增至', '升至'].map((word) => ({
      text: `财政总收入增长26.5%，${word}【3618万元，比上年增加512万元】。`,
      messageId: 'growthMismatch',
    })),
    {
      text: '财政总收入下降26.5%，减至【3106万元，比上年减少512万元】。',
      messageId: 'growthMismatch',
    },
    {
      text: '城镇化率从2024年的41.2%提高到【46.5%，同比提高6.3个百分点】。',
      year: 2026,
      messageId: 'differenceMismatch',
    },
    {
      text: '财政总收入【1.26亿元，比上年增加2040万元，增长26.1%】。',
      messageId: 'growthMismatch',
      formula: '文中 26.1%，应为 19.2%～19.4%（2040万元 ÷ (1.26亿元 − 2040万元)）',
    },
    {
      text: '财政总收入【1264万元，比上年增加204万元，增长26.1%】。',
      messageId: 'growthMismatch',
      formula: '文中 26.1%，应为 19.2%～19.3%（204 ÷ (1264 − 204)）',
    },
    // Both may be rounded to hundreds.
    { text: '财政总收入【4000万元，比上年增加1000万元，增长40%】。', messageId: 'growthMismatch', severity: 'note' },
    {
      text: report('年末金融机构存款余额20316万元', '年末金融机构存款余额【30361万元，增长20%】'),
      year: 2026,
      messageId: 'growthMismatch',
    },
    ...['上年', '去年', '上一年'].map((year) => ({
      text: report(`${year}财政总收入3106万元，今年完成【3618万元，增长26.5%】`, '财源稳固'),
      year: 2026,
      messageId: 'growthMismatch',
    })),
    { text: '脐橙产量【3618吨（上年3106吨），增长6.5%】。', messageId: 'growthMismatch', severity: 'error' },
    {
      text: '财政总收入增长26.5%，达到【3618万元，比上年增加512万元】。',
      messageId: 'growthMismatch',
      severity: 'error',
      repaired: '财政总收入增长16.5%',
    },
    { text: '工业总产值由3106万元增加到【3618万元，增长6.5%】。', messageId: 'growthMismatch', severity: 'error' },
    {
      text: '财政总收入由去年的3106万元增加到【3618万元，净增312万元】。',
      messageId: 'differenceMismatch',
      repaired: '净增512万元',
    },
    { text: '专业合作社由26家发展到【41家，净增18家】。', messageId: 'differenceMismatch', repaired: '净增15家' },
    { text: '在册企业由41家减少到【26家，比上年少18家】。', messageId: 'differenceMismatch' },
    {
      text: report('财政总收入完成【3618万元，上年为3106万元，增长26.5%】', '财政总收入3980万元'),
      year: 2026,
      messageId: 'growthMismatch',
      severity: 'error',
      repaired: '增长16.5%',
    },
    // In the plan last year is the year of the review.
    {
      text: report('全镇经济平稳', '财政总收入【3618万元，去年为3106万元，增长26.5%】'),
      year: 2026,
      messageId: 'growthMismatch',
    },
    {
      text: '城镇化率从41.2%提高到【46.5%，提高6.3个百分点】。',
      messageId: 'differenceMismatch',
      severity: 'error',
      repaired: '提高5.3个百分点',
    },
    {
      text: '补助标准由每人每月340元提高到【380元，增加60元】。',
      messageId: 'differenceMismatch',
      severity: 'error',
      repaired: '增加40元',
    },
    { text: '财政总收入由8106万元增至【1.12亿元，增长18.2%】。', messageId: 'growthMismatch', severity: 'error' },
    { text: '失业人数从420人下降到【360人，累计下降24.3%】。', messageId: 'growthMismatch' },
    { text: '财政总收入【3618万元，增长26.5%，增收512万元】。', messageId: 'growthMismatch', severity: 'error' },
    { text: '财政总收入【3618万元，比去年净增512万元，增幅26.5%】。', messageId: 'growthMismatch' },
    {
      text: '财政总收入完成【3618万元，比上年的3106万元增长26.5%】。',
      messageId: 'growthMismatch',
      severity: 'error',
      repaired: '增长16.5%',
    },
    // Of two values the sharper one decides: from 3000万元 alone any growth up to 20 % would do.
    {
      text: report('财政总收入完成3106万元，突破3000万元', '财政总收入【3618万元，增长8%】'),
      year: 2026,
      messageId: 'growthMismatch',
    },
    {
      text: report('固定资产投资完成6.1亿元', '固定资产投资【8.2亿元，增长24.6%】'),
      year: 2026,
      messageId: 'growthMismatch',
      severity: 'error',
      repaired: '固定资产投资8.2亿元，增长34.4%',
    },
    {
      text: report('农村居民人均可支配收入达到14215元', '农村居民人均可支配收入【15850元，增长8%】'),
      year: 2026,
      messageId: 'growthMismatch',
      severity: 'error',
      repaired: '增长12%',
    },
    // A report without any year still has its review before its plan.
    {
      text: [
        '一、过去一年工作回顾',
        '全年财政总收入完成3106万元。',
        '二、今后工作安排',
        '主要预期目标是：财政总收入【4500万元，增长20%】。',
      ].join('\n'),
      messageId: 'growthMismatch',
    },
    // 3000 and 4500 may be rounded figures: the contradiction rests on their zeros.
    {
      text: report('财政总收入完成3000万元', '财政总收入【4000万元，增长30%】'),
      year: 2026,
      messageId: 'growthMismatch',
      severity: 'note',
    },
    // The catalogue does not know the price base of this amount.
    {
      text: report('竹笋加工产值完成1264万元', '竹笋加工产值【2264万元，增长20%】'),
      year: 2026,
      messageId: 'growthMismatch',
      severity: 'note',
    },
    {
      text: '全镇PM2.5平均浓度由52微克/立方米降至【46微克/立方米，下降21.5%】。',
      messageId: 'growthMismatch',
      severity: 'error',
    },
    {
      text: '全年完成财政总收入【1264万元，比上年增加204万元，增长16.1%】。',
      messageId: 'growthMismatch',
      severity: 'error',
      repaired: '增长19.2%',
    },
    {
      text: '全年完成财政总收入【1264万元，比上年增加2040万元，增长19.2%】。',
      messageId: 'increaseExceedsValue',
    },
  ],
})
