import { numbering } from '../../../shared/checks/rules/numbering.ts'
import { describeRule } from '../../support/describe-rule.ts'

const lines = (...rows: string[]): string => rows.join('\n')

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
  ],
})
