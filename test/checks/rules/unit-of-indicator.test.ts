import { unitOfIndicator } from '../../../shared/checks/rules/unit-of-indicator.ts'
import { describeRule } from '../../support/describe-rule.ts'
import { reportOf } from '../../support/two-reports.ts'

const year = 2026
/** This year's review against that of last year's report. */
const against = (now: string, ...before: string[]) => ({
  text: reportOf(year, now),
  year,
  prior: before.map((review, index) => reportOf(2025 - index, review)),
})

describeRule(unitOfIndicator, {
  passes: [
    '人口出生率比上年下降3.2%。', // a change, not the rate
    '人口自然增长率4.2‰、森林覆盖率61%。',
    '富起来的亿万元户又添了3家，总产值1.2万亿元。',
    '逐项落实附表2.1.3.1亿元以上项目。', // the number of a table
    '按2.1.3节的要求，软件升到3.4.1版。',
    '常住人口自然增长4.2‰。', // how a population grows
    '孕产妇死亡率比前年增长0.2‰。',
    '人口自然增长率控制在6‰以内，财政收入同比增长8%。',
    '建成220千伏变电站一座。',
    '办好“11·28”项目签约活动，启动3·15宣传。',
    '发放53万元小额贷款。',
    '森林覆盖率达到61.5%。',
    // a tenth or ten times of last year's report
    against('财政总收入完成8260万元。', '财政总收入完成7610万元。'),
    reportOf(year, '财政总收入完成7610万元。', '力争财政总收入完成8260万元。'),
    reportOf(year, '财政总收入完成7610万元。', '力争财政总收入完成826万元。'), // a matter of target-against-result
    reportOf(year, '脐橙种植面积520亩。', '脐橙种植面积达到5600亩。'), // an aim may be high
    reportOf(year, '财政总收入完成7610万元。', '到2030年财政总收入完成8.26亿元。'),
    against('财政总收入完成4.1亿元。', '财政总收入完成7610万元。'), // five times
    { ...against('财政总收入完成8.26亿元。', '财政总收入完成7610万元。'), prior: [] },
    against('财政总收入完成8.26亿元。', '抓农业。', '财政总收入完成7610万元。'), // of the year before last
    against('招商引资到位资金8.26亿元，增长986%。', '招商引资到位资金7610万元。'), // the text says so
    against('全县财政总收入完成8.26亿元，我镇财政总收入完成8260万元。', '财政总收入完成7610万元。'),
    against('宏达水泥厂实现税收收入62万元。', '税收收入完成2610万元。'),
    against('税收收入完成2610万元。', '宏达水泥厂实现税收收入62万元。'),
    against('宏达水泥厂实现税收收入6200万元。', '宏达水泥厂实现税收收入62万元。'), // one enterprise may do so
    against('出口总额完成96万美元。', '出口总额完成7610万元。'),
    against('税收收入完成7.6—8亿元。', '税收收入完成7610万元。'),
    against('村级公益岗位360个。', '村级公益岗位18个。'),
    against('东川税收收入突破620万元，全镇税收收入完成8260万元。', '税收收入完成7610万元。'), // a place that is not known as one
    against('财政总收入完成8.26亿元。', '财政总收入完成7610万元。全口径财政总收入完成7.61亿元。'),
    against('上半年财政总收入完成760万元。', '财政总收入完成7610万元。'),
    against('五年来财政总收入累计完成8.26亿元。', '财政总收入完成7610万元。'),
    {
      text: reportOf(year, '财政总收入完成8.26亿元。'),
      year,
      prior: [reportOf(2025, '抓农业。', '2024年力争财政总收入完成7610万元。')],
    },
    against('政府性基金收入完成8.26亿元。', '政府性基金收入完成9100万元。'), // land is sold by fits and starts
    against('改造老旧小区36个。', '改造老旧小区2个。'),
    against('新建农村公路56公里。', '新建农村公路3公里。'),
    against('新发展脐橙种植面积5600亩。', '新发展脐橙种植面积320亩。'), // what is new every year
    against('发放奖补资金360万元。', '发放奖补资金18万元。'),
    against('脐橙种植面积5600亩。', '蜜桃种植面积320亩。'),
    '版本1.2.5千元。', // no number
    '编号8·33·5、1508·33，修缮“8·33”旧址，8·33年。', // no broken point
    '开展12·31、11·30行动。', // days
    '人口自然增长率4.2‰，人口出生率9.1‰。',
    '脐橙面积615‰，婴儿死亡率3‰。', // no rate in %
  ],
  flags: [
    { text: '人口自然增长率降到4.2【%】。', messageId: 'unitPerMille', severity: 'error' },
    { text: '人口自然增长率由5.1‰下降到4.2【%】。', messageId: 'unitPerMille', severity: 'error', repaired: '4.2‰' },
    { text: '人口自然增长率控制在6【%】以内。', messageId: 'unitPerMille', severity: 'error', repaired: '6‰以内' },
    { text: '完成固定资产投资【2.6亿万元】。', messageId: 'unitUnusual' },
    { text: '实现工业总产值【1.3亿亿元】、商贸收入【16万万元】。', messageId: 'unitUnusual' },
    { text: '财政总收入【3.4.1】亿元。', messageId: 'unitBrokenPoint' },
    {
      text: '市场交易额【1.2.6】万亿元，【13.2.6】万元，户均【312.6.5】元，增长【8.1.5】%。',
      messageId: 'unitBrokenPoint',
    },
    { text: '茶叶产量增长7.4【‰】。', messageId: 'unitOfGrowth', severity: 'error', repaired: '7.4%' },
    { text: '财政收入同比增长8.5【‰】。', messageId: 'unitOfGrowth', severity: 'error', repaired: '8.5%' },
    { text: '完成产值【41266.08千元】。', messageId: 'unitUnusual', severity: 'warning' },
    { text: '按照每月【8·33】的进度入库。', messageId: 'unitBrokenPoint', severity: 'warning' },
    { text: '为农户发放【53万】小额贷款。', messageId: 'unitMissing', severity: 'warning' },
    { text: '森林覆盖率达到【615‰】。', messageId: 'unitPerCent', severity: 'error' },
    {
      ...against('财政总收入完成【8.26亿元】。', '财政总收入完成7610万元。'),
      messageId: 'magnitudeOfLastYear',
      severity: 'warning',
      kind: 'unit-anomaly',
    },
    { ...against('财政总收入完成【826万元】。', '财政总收入完成7610万元。'), messageId: 'magnitudeOfLastYear' },
    {
      ...against('财政总收入完成【8.26亿元】，增长8.5%。', '财政总收入完成7610万元。'),
      messageId: 'magnitudeOfLastYear',
    },
    { ...against('农民人均纯收入【860元】。', '农民人均纯收入7900元。'), messageId: 'magnitudeOfLastYear' },
    // 7.2 times, or less were the zeros rounding
    {
      ...against('财政总收入完成【5.05亿元】。', '财政总收入完成7000万元。'),
      messageId: 'magnitudeOfLastYear',
      severity: 'note',
    },
    {
      ...against('上级资金【9600万元】。', '上级资金620万元。'),
      messageId: 'magnitudeOfLastYear',
      severity: 'warning',
    },
    {
      ...against('规模以上工业企业达到【560家】。', '规模以上工业企业达到52家。'),
      messageId: 'magnitudeOfLastYear',
    },
    {
      text: reportOf(year, '2024年，财政总收入完成【7.61亿元】。'),
      year,
      prior: [reportOf(2025, '抓农业。'), reportOf(2024, '财政总收入完成7100万元。')],
      messageId: 'magnitudeOfLastYear',
    },
    // a name of the report's own
    {
      ...against('脐橙种植面积达【56000亩】。', '脐橙种植面积达5200亩。'),
      messageId: 'magnitudeOfLastYear',
      severity: 'note',
    },
    // the value of another year is plausible
    {
      text: reportOf(year, '2024年税收收入完成7520万元，2025年税收收入完成【8.26亿元】。'),
      year,
      prior: [reportOf(2025, '税收收入完成7520万元。'), reportOf(2024, '税收收入完成7100万元。')],
      messageId: 'magnitudeOfLastYear',
    },
    // a target against the result it starts from
    {
      text: reportOf(year, '财政总收入完成7610万元。', '力争财政总收入完成【8.26亿元】。'),
      year,
      messageId: 'magnitudeOfLastYear',
      severity: 'warning',
    },
    // last year's report, wherever it stands in the list
    {
      ...against('财政总收入完成【8.26亿元】。', '财政总收入完成7610万元。', '财政总收入完成7.2亿元。'),
      messageId: 'magnitudeOfLastYear',
    },
    {
      text: reportOf(year, '财政总收入完成【8.26亿元】。'),
      year,
      prior: [reportOf(2024, '财政总收入完成7.2亿元。'), reportOf(2025, '财政总收入完成7610万元。')],
      messageId: 'magnitudeOfLastYear',
    },
    ...['比上年', '比去年', '较上年'].map((words) => ({
      text: `财政收入${words}增长8.5【‰】。`,
      messageId: 'unitOfGrowth',
    })),
    ...['下降', '提高', '上升'].map((words) => ({ text: `财政收入同比${words}8.5【‰】。`, messageId: 'unitOfGrowth' })),
    ...['人口出生率', '人口死亡率'].map((words) => ({ text: `${words}为9【%】。`, messageId: 'unitPerMille' })),
    ...['人口出生率', '人口死亡率'].map((words) => ({
      text: `${words}由9.1‰降到8.2【%】。`,
      messageId: 'unitPerMille',
    })),
    ...['资金', '补贴', '补助', '奖金', '扶贫款'].map((words) => ({
      text: `为农户发放【53万】${words}。`,
      messageId: 'unitMissing',
    })),
    { text: '按照每月【13·28】、每旬【12·32】的进度入库。', messageId: 'unitBrokenPoint' },
    { text: '完成产值【11.28千元】。', messageId: 'unitUnusual', repaired: '11.28千元' }, // no value is known that is right
  ],
})
