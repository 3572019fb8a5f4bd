import { leftover } from '../../../shared/checks/rules/leftover.ts'
import { describeRule } from '../../support/describe-rule.ts'

describeRule(leftover, {
  passes: [
    '推行“2+8+n”管理模式，探索1+1+1+X治理机制。',
    '引进ABCXX型生产线，打造X光检测中心。',
    '总投资亿元以上项目3个，消费近亿元，产业规模突破万亿元。',
    '印发《集镇管理办法》（青政发〔2025〕3号）。',
    '做人要平易近人，待客要热情。',
    '20年，弹指一挥间。',
    '今后3—5年，逐步建成。',
    '学习习近平总书记重要讲话精神，落实习惯养成教育。',
    '“干在实处”，就要走在前列。',
    '* 新建停车场一处。',
    '**重点工作**包括修路。',
    '占比达到百分之三十，增长12%。',
    '附件1 .工作台账',
  ],
  flags: [
    { text: '【20xx】年，全镇抓好春耕。', messageId: 'leftoverYear', severity: 'error' },
    { text: '到【20□□】年建成，【201X】年开工。', messageId: 'leftoverYear' },
    { text: '我代表【xx】镇人民政府作报告，建设美丽【××】。', messageId: 'leftoverBlank' },
    { text: '完成投资【X】亿元，新增【____】人，公示【□】。', messageId: 'leftoverBlank' },
    { text: '——【□年□月□日】在镇上，第【□】届。', messageId: 'leftoverBlank' },
    { text: '做强做*村集体，发展壮【*】产业。'.replace('做*', '做大'), messageId: 'leftoverStar' },
    { text: '财政收入{{value}}。'.replace('{{value}}', '【[[财政收入|value]]】'), messageId: 'leftoverField' },
    {
      text: '【关键词3】要把握机遇，如图【&nbsp;】所示[bookmark: _GoBack]'
        .replace('[b', '【[b')
        .replace('ck]', 'ck]】'),
      messageId: 'leftoverTool',
    },
    { text: '【第3页 共12页】', messageId: 'leftoverPage', severity: 'warning', kind: 'page-marker' },
    { text: '落实《镇村规划【（-）】》，实施【“”】工程。', messageId: 'leftoverEmpty' },
    { text: '财政收入增长【%】，完成【亿元】，增长3%；人均达到【万元】以上。', messageId: 'leftoverNumber' },
    { text: '建成区面积达到【平方公里】，接待来访12次，走访群众【户】，化解纠纷。', messageId: 'leftoverNumber' },
    { text: '明确今后【5-】产业定位。', messageId: 'leftoverRange', kind: 'truncated' },
    { text: '【20】，是不平凡的一年。', messageId: 'leftoverYearDigits', kind: 'wrong-year' },
    { text: '【年】，我们抓好招商。', messageId: 'leftoverYearDigits', kind: 'wrong-year' },
    { text: '【202年】，我镇抓好招商。', messageId: 'leftoverYearDigits', kind: 'wrong-year' },
    { text: '【联动”】，形成合力。', messageId: 'leftoverOpening', severity: 'warning' },
    { text: '深入贯彻落实【习】坚持稳中求进。', messageId: 'leftoverName', kind: 'truncated' },
    { text: '实施乡村【振兴工】1 .建好茶园。', messageId: 'leftoverRunOn', severity: 'warning' },
  ],
})
