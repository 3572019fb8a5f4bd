import { numbering } from '../../../shared/checks/rules/numbering.ts'
import { hanOrdinal } from '../../../shared/report/numbering.ts'
import { describeRule } from '../../support/describe-rule.ts'

const lines = (...rows: string[]): string => rows.join('\n')

const chapters = (last: number): string[] =>
  Array.from({ length: last }, (_, index) => `${hanOrdinal(index + 1)}、茶叶`)

describeRule(numbering, {
  passes: [
    '一是一，二是二，账目要清。',
    lines(
      '一、回顾',
      '（一）产业',
      '（二）民生',
      '二、安排',
      '（一）产业',
      '（二）民生',
      '1.教育',
      '2.医疗',
      '（三）治理',
    ),
    lines('一是兴产业。', '抓好茶园管护。二是强基础。', '三是惠民生。'), // the scope is the section
    '一是兴产业；第二，强基础；三是惠民生。',
    '说话办事一是一，二是二。',
    lines('（一）产业', '1、茶叶', '2、竹笋', '（二）民生', '3、教育', '4、医疗'), // counts on under the next heading
    lines('1.茶叶。', '2.竹笋。', '乡村振兴工程3.林下药材。', '4.油茶。'), // run together with a title
    lines('7.产业基地。', '7.8个项目已开工。').replace('7.产业', '1.产业').replace('7.8', '2.8'),
    '推进1、2号干线建设，打通5、6号支路。',
    '一、二、三产业融合发展。',
    '第一，抓项目。第二，抓投资。其次，抓服务。',
    lines('（一）山区', '（二）平原', '（三）库区', '（四）集镇', '各组分工如下：', '（一）宣传组', '（二）后勤组'),
    '产销率统一是百分之百。',
    lines('（一）山区', '（二）平原', '（三）库区', '服务水平不断提高。', '（一）依法行政', '（二）勤政为民'), // too short to be one list
    lines('1.山区', '2.平原', '3.库区', '4.集镇', '服务水平不断提高。', '1.依法行政', '2.勤政为民'),
    lines('（一）山区。（二）平原。（三）库区。（四）集镇。', '服务水平不断提高。', '（一）依法行政', '（二）勤政为民'), // within a line
    lines(
      '（一）山区',
      '（二）平原',
      '（三）库区',
      '（四）集镇',
      '服务水平不断提高。分工：（一）宣传组。（二）后勤组。',
    ),
    lines(
      '一、工作回顾',
      '（一）山区',
      '（二）平原',
      '（三）库区',
      '（四）集镇',
      '下一步工作安排',
      '抓好以下工作。',
      '（一）依法行政',
      '（二）勤政为民',
    ),
    '4.茶叶。5.竹笋。',
    lines('集镇建设成效明显。', '4.茶叶', '5.竹笋'), // more than three are lost: another text
    lines('集镇建设成效明显。（2）茶叶长势好。', '全年增收。'),
    lines('集镇面貌一新，抓产业（一）茶叶', '（二）竹笋'), // the first runs into a line
    lines('集镇面貌一新，抓产业（一）茶叶，（二）竹笋', '（三）药材'),
    lines('集镇面貌一新，抓产业（一）茶叶', '（三）药材'),
    lines('一是兴产业。', '抓好茶园，第二要护竹林。'),
    '一是兴产业，其次强基础。',
    '一是兴产业，另一方面强基础。',
    '一是兴产业，另外强基础。',
    '一是兴产业，同时二要强基础。',
    '第一，抓项目。',
    '服务态度，二是老问题。',
    lines('一、工作回顾', '成绩很好。'), // short: a draft
    lines('1.茶叶。', '2个村通了公路。', '2.竹笋。'),
    lines('1.茶叶。', '5增强后劲。', '2.竹笋。'), // a figure, not the number that is due
    lines('1.茶叶。', '（1）绿茶。', '2增强后劲。', '（2）红茶。'),
    lines('发展茶叶。', '2增强后劲。'),
    '第一，抓项目。第二，抓投资。最后，抓服务。',
    '第一，抓项目。其次，抓投资。第三，抓服务。',
    '第一，抓项目。第二，抓投资。再次，抓服务。第四，抓作风。',
    '一是抓项目，二是抓投资，再次抓服务，四是抓作风。',
    '一是抓项目，二是抓投资，最后抓服务，四是抓作风。',
    '一是抓项目，其次抓投资，三是抓服务。',
    lines(
      '一、回顾',
      '二、安排',
      '三、产业',
      '四、民生',
      '五、治理',
      '六、作风',
      '七、生态',
      '八、平安',
      '九、财税',
      '十、招商',
      '十一、教育',
      '十二、医疗',
    ),
    '结果一是否决，二是非议。',
    '温度3.8.5℃，问题是：3.5倍于上年。',
    lines('成绩很好。一、茶叶长势好。', '全年工作有序推进。'.repeat(230)),
    lines('一、回顾', '一是兴产业。二是强基础。', '二、安排', '四是护生态。'), // another section, another count
    lines('（一）回顾', '一是兴产业。二是强基础。', '（二）安排', '四是护生态。'),
    '一是兴产业，第二步强基础。',
    lines('（一）山区', '（二）平原', '（三）库区', '（四）集镇', '（一）依法行政', '（二）勤政为民'), // nothing between
    lines('一、产业', '2增强后劲。', '二、民生'),
    lines('1.茶叶。', '1.竹笋。（3）药材。'),
    lines('1.茶叶。', '1.竹笋。', '3增强后劲。', '2.药材。'),
    lines('集镇面貌一新，抓产业（二）茶叶', '（三）药材'),
    '做法见注①、③。',
    '二、三产业快速发展。',
    lines('茶园管护到位。', '3.5万亩茶园建成。'),
    lines('茶园管护到位。', '3.'), // the number of a page
    lines('1.茶叶。', '2.竹笋。系统升级。2.x版本上线。'),
    lines('（1）茶叶。', '（2）竹笋。见图。（2）、（5）所示。'),
    '三是三，五是五，账目要清。',
    '三是否可行，五是否可靠，均要论证。',
    '三是非不分，五是非不明。',
    '一二三、齐步走。',
    '第一，抓项目。第二、抓投资。',
    '第一，抓项目。第二，抓投资。最后，抓服务。第四，抓作风。',
    lines('一、工作回顾', '二、工作安排', '全年工作有序推进。'.repeat(230)),
  ],
  flags: [
    // 一是三农 is a first item, 一是一 an idiom.
    { text: '一是三农工作稳步推进。【三是】第三产业规范发展。', messageId: 'numberSkipped' },
    // 第二 in a name is not the second item.
    { text: '一是办好第二幼儿园。【三是】修好通村路。', messageId: 'numberSkipped' },
    {
      text: lines('（1）茶叶', '（2）竹笋', '【（2）】药材', '（4）油茶'),
      messageId: 'numberRepeated',
      severity: 'error',
      repaired: '（3）药材',
    },
    { text: lines('（1）茶叶', '（2）竹笋', '【（2）】药材'), messageId: 'numberRepeated', repaired: '（3）药材' },
    { text: lines('一、茶叶', '【一、】竹笋', '三、药材'), messageId: 'numberRepeated', repaired: '二、竹笋' },
    {
      text: lines('一、茶叶', '二、竹笋', '【四、】药材', '五、油茶'),
      messageId: 'numberSkipped',
      severity: 'error',
      repaired: '三、药材\n四、油茶',
    },
    { text: lines('第一，抓项目。', '第二，抓投资。', '【第四，】抓服务。'), messageId: 'numberSkipped' },
    { text: '一是抓项目；二是抓投资；【四是】抓服务。', messageId: 'numberSkipped' },
    { text: '一是抓项目；二是抓投资；【四是】一些老问题。', messageId: 'numberSkipped' }, // 一些 is no number
    {
      text: lines('集镇面貌焕然一新。', '【三、】加强自身建设', '提高办事效率。'),
      messageId: 'numberFirstMissing',
      severity: 'error',
    },
    {
      text: lines('今年要做好下列工作。', '发展茶叶产业，建设绿色茶乡。', '【（二）】发展竹笋产业', '（三）发展旅游业'),
      messageId: 'numberFirstMissing',
    },
    {
      text: lines(
        '（一）山区',
        '（二）平原',
        '（三）库区',
        '（四）集镇',
        '服务水平不断提高。',
        '【（一）】依法行政',
        '（二）勤政为民',
      ),
      messageId: 'numberRestarted',
      severity: 'warning',
    },
    {
      text: lines('【一、】工作回顾', '全年工作有序推进。'.repeat(230)),
      messageId: 'numberAlone',
      severity: 'warning',
    },
    {
      text: lines('1、环卫工作。【一是】改厕76户。', '2、防汛工作。一是备物资。二是查隐患。'),
      messageId: 'numberAlone',
      severity: 'note',
    },
    {
      text: lines('（一）活力。', '优化环境。', '1.引进人才。', '【2】增强实力。', '3.扩大开放。'),
      messageId: 'numberWithoutPoint',
      severity: 'warning',
    },
    { text: lines('【(一)】茶叶', '（二）竹笋', '（三）药材'), messageId: 'numberForms', severity: 'note' },
    { text: lines('- 1、茶叶', '- 2、竹笋', '【3、】药材'), messageId: 'numberForms', severity: 'note' },
    {
      text: lines('一、茶叶', '二、竹笋', '【一、】药材', '三、油茶').replace('【一、】', '【二、】'),
      messageId: 'numberRepeated',
    },
    {
      text: lines('（1）茶叶', '（2）竹笋', '（3）药材', '【（2）】油茶'),
      messageId: 'numberRepeated',
      severity: 'warning',
    },
    { text: lines('①茶叶', '【③】竹笋', '④药材'), messageId: 'numberSkipped', repaired: '②竹笋\n③药材' },
    { text: lines('1.茶叶', '【3.】竹笋', '4.药材'), messageId: 'numberSkipped', repaired: '2.竹笋\n3.药材' },
    {
      text: lines('一、回顾', '二、安排', '（一）茶叶', '【四、】产业', '（一）竹笋', '五、民生'),
      messageId: 'numberSkipped',
      repaired: '三、产业\n（一）竹笋\n四、民生',
    },
    { text: lines('集镇面貌焕然一新。', '【六、】加强自身建设', '提高办事效率。'), messageId: 'numberFirstMissing' },
    { text: lines('集镇面貌焕然一新。', '【3.】茶叶', '4.竹笋'), messageId: 'numberFirstMissing' },
    { text: lines('（一）茶叶', '【(二)】竹笋'), messageId: 'numberForms', severity: 'note' },
    { text: '第一，抓项目。【第一，】抓投资。第三，抓服务。', messageId: 'numberRepeated', repaired: '第二，抓投资' },
    {
      text: lines('集镇面貌焕然一新。', '【三、】自身建设', '全年工作有序推进。'.repeat(230)),
      messageId: 'numberFirstMissing',
    },
    {
      text: lines('【一、】工作回顾', '1.茶叶。', '2.竹笋。', '全年工作有序推进。'.repeat(230)),
      messageId: 'numberAlone',
    },
    { text: '一是兴产业。（一）茶叶。【三是】护生态。', messageId: 'numberSkipped' },
    { text: lines('一、产业', '实施强镇工程1.增强后劲。', '【2】优化环境。'), messageId: 'numberWithoutPoint' },
    { text: lines('1.茶叶', '2.竹笋', '1.药材', '【3.】油茶'), messageId: 'numberSkipped' },
    {
      text: lines('一、回顾', '抓产业（一）茶叶，（二）竹笋', '二、安排', '【（三）】药材'),
      messageId: 'numberFirstMissing',
    },
    {
      text: lines('集镇面貌焕然一新。', '一、产业', '【（二）】茶叶', '提高效率。'),
      messageId: 'numberFirstMissing',
      evidence: ['（二）茶叶'],
    },
    {
      text: lines('集镇面貌焕然一新。', '【（二）】茶叶', '提高效率。'),
      messageId: 'numberFirstMissing',
      evidence: ['集镇面貌焕然一新。', '（二）茶叶'],
    },
    {
      text: lines('一、产业', '集镇面貌焕然一新。', '【（二）】茶叶', '提高效率。'),
      messageId: 'numberFirstMissing',
      evidence: ['集镇面貌焕然一新。', '（二）茶叶'],
    },
    // （一） far above in a sentence is not the first of this list
    {
      text: lines('抓产业（一）茶叶。', '全年工作有序推进。'.repeat(900), '【（二）】竹笋', '提高效率。'),
      messageId: 'numberFirstMissing',
    },
    { text: '【三、】加强自身建设', messageId: 'numberFirstMissing', evidence: ['三、加强自身建设'] },
    {
      text: lines('【(一)】茶叶', '(二)竹笋', '（三）药材'),
      messageId: 'numberForms',
      evidence: ['（三）药材', '(一)茶叶'],
    },
    { text: lines('- 【1、】茶叶', '2、竹笋', '3、药材'), messageId: 'numberForms' },
    { text: lines('一、二、三产业融合。', '【三、】加强建设'), messageId: 'numberFirstMissing' },
    { text: lines('规模达到12.增长较快。', '【3.】茶叶', '4.竹笋'), messageId: 'numberFirstMissing' },
    { text: lines('规模达到2.5万亩。', '【3.】茶叶', '4.竹笋'), messageId: 'numberFirstMissing' },
    { text: '第一，抓项目。第二批茶园建成。【第三，】抓服务。', messageId: 'numberSkipped' },
    { text: lines(...chapters(11), '【十三、】竹笋'), messageId: 'numberSkipped', repaired: '十二、竹笋' },
    { text: lines(...chapters(21), '【二十三、】竹笋'), messageId: 'numberSkipped', repaired: '二十二、竹笋' },
  ],
})
