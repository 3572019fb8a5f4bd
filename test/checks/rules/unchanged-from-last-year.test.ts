import { unchangedFromLastYear } from '../../../shared/checks/rules/unchanged-from-last-year.ts'
import { describeRule } from '../../support/describe-rule.ts'
import { reportOf } from '../../support/two-reports.ts'

const year = 2026
const road = '新修通组公路18.6公里，硬化巷道23条。'
const water = '铺设供水管网31公里，受益群众4200人。'
const after = (...reviews: string[]): string[] => reviews.map((review, index) => reportOf(2025 - index, review))
/** The same sentence in this and in last year's report. */
const standing = (sentence: string) => ({ text: reportOf(year, sentence), year, prior: after(sentence) })

describeRule(unchangedFromLastYear, {
  passes: [
    { text: reportOf(year, road), year },
    { text: reportOf(year, road), year, prior: after('新修通组公路16.8公里，硬化巷道23条。') }, // one figure is new
    { text: reportOf(year, road), year, prior: after('新修村级公路18.6公里，硬化巷道23条。') }, // one word is
    // facts that stay
    ...[
      '全镇下辖14个行政村、132个村民小组。',
      '全镇总面积86.4平方公里，有14个村。',
      '全县国土面积1286平方公里。',
      '全镇版图面积86.4平方公里。',
      '全镇幅员86.4平方公里。',
      '我镇地处两县交界，南北长18.6公里。',
      '镇区距高铁站128公里。',
      '镇政府位于县城以北12.6公里处。',
      '境内有大小河流18条，长265公里。',
      '镇区海拔1286米。',
      '全镇有耕地面积23164亩。',
      '全镇总人口23164人。',
      '全镇户籍人口23164人。',
      '镇区常住人口23164人。',
      '环镇公路全长26.8公里。',
      '农村低保标准提高到6245元。',
      '农村低保标准为6245元。',
      '农村低保标准是6245元。',
      '农村低保标准达到6245元。',
      '农村低保标准统一到6245元。',
      '农村低保标准由5860元提到6245元。',
      '执行农村低保标准6245元。',
      '特困供养补助6245元每人。',
      '高龄津贴每人126元、特困供养每人635元。',
      '森林覆盖率稳定在61.52%。',
      '群众满意率保持在98.65%。',
      '群众满意率稳定保持98.65%的水平。',
      '河湖水面维持36.85平方公里。',
      '“十四五”期间完成投资4.62亿元。',
      '“十四五”时期完成投资4.62亿元。',
      '换届以来完成投资4.62亿元。',
      '三年来完成投资4.62亿元。',
      '上届政府任内完成投资4.62亿元。',
      '五年累计完成投资4.62亿元。',
      '2019年建成的污水处理厂日处理污水3650吨。',
      '1998年建成的自来水厂日供水3650吨。',
    ].map(standing),
    // fixed phrases and figures that say the same every year
    standing('入学率100%、参保率100%、参合率100%、办结率100%。'),
    standing('连续365天24小时值守，出动人员16人次。'),
    standing('2025年12月26日、2025年11月18日召开会议16次。'),
    standing('办好128件民生实事。'),
    standing('扎实办好十件民生实事，落实“四个一”工作机制。'),
    standing('新建村级卫生室2个。'), // may well come true twice
    standing('新建村级文化广场100个。'), // one digit and zeros
    standing('完成技改投资0.12亿元。'),
    standing('完成128户。'), // too few words to be one's own
    // the digits before the point are no list mark
    {
      text: reportOf(year, '3.56万亩茶园完成低产改造。'),
      year,
      prior: after('4.56万亩茶园完成低产改造。'),
    },
    // headings
    {
      text: reportOf(year, '（一）建成128个项目，完成投资36.5亿元'),
      year,
      prior: after('（一）建成128个项目，完成投资36.5亿元'),
    },
    // the plan may repeat itself
    { text: reportOf(year, '抓农业。', road), year, prior: [reportOf(2025, '抓农业。', road)] },
    { text: reportOf(year, road), year, prior: [reportOf(2025, '抓农业。', road)] },
    // a draft of this year, a report of later years, of another town
    { text: reportOf(year, road), year, prior: [reportOf(2026, road)] },
    { text: reportOf(year, road), year, prior: [reportOf(2027, road)] },
    {
      text: reportOf(year, road, '抓产业。', '青禾镇'),
      year,
      prior: [reportOf(2025, road, '抓产业。', '白石镇')],
    },
  ],
  flags: [
    {
      text: reportOf(year, `【${road}】`),
      year,
      prior: after(road),
      messageId: 'unchangedFromLastYear',
      severity: 'warning',
      kind: 'duplicated-sentence',
    },
    {
      text: reportOf(year, '【新建村级文化广场128个。】'),
      year,
      prior: after('新建村级文化广场128个。'),
      messageId: 'unchangedFromLastYear',
    },
    {
      text: reportOf(year, '【新建文化广场100个、健身点16个。】'),
      year,
      prior: after('新建文化广场100个、健身点16个。'),
      messageId: 'unchangedFromLastYear',
    },
    // what is steady or set by others excuses its own clause alone
    {
      text: reportOf(year, '【一年来办理建议提案128件，满意率保持在98.65%。】'),
      year,
      prior: after('一年来办理建议提案128件，满意率保持在98.65%。'),
      messageId: 'unchangedFromLastYear',
    },
    {
      text: reportOf(year, '【对照标准逐项整改，减少贫困人口845户。】'),
      year,
      prior: after('对照标准逐项整改，减少贫困人口845户。'),
      messageId: 'unchangedFromLastYear',
    },
    {
      text: reportOf(year, '【建成高标准农田1286亩。】'),
      year,
      prior: after('建成高标准农田1286亩。'),
      messageId: 'unchangedFromLastYear',
    },
    {
      text: reportOf(year, '【群众满意率保持在98.65%，办理建议提案128件。】'),
      year,
      prior: after('群众满意率保持在98.65%，办理建议提案128件。'),
      messageId: 'unchangedFromLastYear',
    },
    {
      text: reportOf(year, '【新建广场128个。】'), // short, but not too short
      year,
      prior: after('新建广场128个。'),
      messageId: 'unchangedFromLastYear',
    },
    {
      text: reportOf(year, '【森林覆盖率达到61.52%。】'),
      year,
      prior: after('森林覆盖率达到61.52%。'),
      messageId: 'unchangedFromLastYear',
    },
    // a figure at the head of a sentence is of that sentence
    {
      text: reportOf(year, '农村卫生条件有了较大改善。【128户农户用上卫生厕所。】'),
      year,
      prior: after('农村卫生条件有了较大改善。128户农户用上卫生厕所。'),
      messageId: 'unchangedFromLastYear',
    },
    // what follows the title in its line
    {
      text: reportOf(year, `（一）产业发展步伐加快。【${road}】`),
      year,
      prior: after(`（一）产业发展步伐加快。${road}`),
      messageId: 'unchangedFromLastYear',
    },
    // only the year was changed
    {
      text: reportOf(year, '【2025年，完成招商引资4860万元，新上项目36个。】'),
      year,
      prior: after('2024年，完成招商引资4860万元，新上项目36个。'),
      messageId: 'unchangedFromLastYear',
    },
    {
      text: reportOf(year, '【2025年，新上项目36个，产值是2015年的1.4倍。】'),
      year,
      prior: after('2024年新上项目36个，产值是2015年的1.4倍。'),
      messageId: 'unchangedFromLastYear',
    },
    {
      text: reportOf(year, '【新上项目36个，产值是2015年的1.4倍。】'),
      year,
      prior: after('新上项目36个，产值是2015年的1.4倍。'),
      messageId: 'unchangedFromLastYear',
    },
    // list mark, blanks, punctuation and words for the year do not count
    {
      text: reportOf(year, '【二是全年新修通组公路 18.6 公里、硬化巷道23条；】'),
      year,
      prior: after('3.去年，新修通组公路18.6公里，硬化巷道23条。'),
      messageId: 'unchangedFromLastYear',
    },
    ...['年内', '过去一年，', '过去的一年，', '一年来，', '①'].map((opening) => ({
      text: reportOf(year, `【${opening}${road}】`),
      year,
      prior: after(road),
      messageId: 'unchangedFromLastYear',
    })),
    // neighbours are one finding, a new sentence between them makes two
    {
      text: reportOf(year, `【${road}${water}】`),
      year,
      prior: after(`${road}${water}`),
      messageId: 'unchangedFromLastYear',
    },
    {
      text: reportOf(year, `【${road}】栽植行道树3650株、绿篱1280米。【${water}】`),
      year,
      prior: after(`${road}${water}`),
      messageId: 'unchangedFromLastYear',
    },
    {
      text: reportOf(year, `【${road}】\n【${water}】`),
      year,
      prior: after(`${road}\n${water}`),
      messageId: 'unchangedFromLastYear',
    },
    {
      text: reportOf(year, `【${road}】【${water}】`),
      year,
      prior: after(`${water}${road}`),
      messageId: 'unchangedFromLastYear',
    },
    // said of one report, although two have it
    { text: reportOf(year, `【${road}】`), year, prior: after(road, road), messageId: 'unchangedFromLastYear' },
    // from an older report; in whatever order they were added
    { text: reportOf(year, `【${road}】`), year, prior: after(water, road), messageId: 'unchangedFromLastYear' },
    {
      text: reportOf(year, `【${road}】`),
      year,
      prior: after(water, road).reverse(),
      messageId: 'unchangedFromLastYear',
    },
    // the county became a district, and the city is left out
    {
      text: reportOf(year, `【${road}】`, '抓产业。', '青禾区'),
      year,
      prior: [reportOf(2025, road, '抓产业。', '临河市青禾县')],
      messageId: 'unchangedFromLastYear',
    },
  ],
})
