import { expect, test } from 'vitest'
import { checkReport } from '../../../shared/checks/check-report.ts'
import { leftover } from '../../../shared/checks/rules/leftover.ts'
import { checkInput } from '../../support/check-data.ts'
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
    '全镇抓好春耕 *',
    'a*b，**春耕**，做好**秋收**。',
    '3.5*4米的护栏。',
    '百分之%。',
    '利用外资达到万元以上，规模达到亿元以上项目3个。',
    '走访群众户户到，接待群众人多。',
    '第5-产业园。',
    '后5-十年。',
    '到2020，全面建成；共20，件件落实。',
    '共19年，一年比一年好。',
    '年年丰收。',
    '修路用了120年是老话。',
    '干部联系群众”制度。',
    '落实习A方案。',
    '附表1 .春耕，项目1 .春耕，方案1 .春耕。',
    '全镇建成停车场1 .5处。',
    '20年全镇绿化。',
    '编号3520xx，型号20xxA，型号XXA，型号××+1。',
    '规格3*米，重点* *春耕。',
    '　　* 新建停车场一处。',
    '人均达到万元大关。',
    '制茶延续202年是佳话。202年制茶传统得到传承。',
    '另见附表1 .春耕。详见建设项目1 .春耕。详见建设方案1 .春耕。',
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
    { text: '【19xx】年建镇，【20○○】年撤乡，【20〇〇】年设镇。', messageId: 'leftoverYear' },
    { text: '建设美丽【○○】村。', messageId: 'leftoverBlank' },
    ...[
      '万亿元',
      '万元',
      '美元',
      '人次',
      '平方公里',
      '平方米',
      '公里',
      '公顷',
      '亩',
      '吨',
      '公斤',
      '千瓦时',
      '立方米',
    ].map((unit) => ({
      text: `完成【X】${unit}。`,
      messageId: 'leftoverBlank',
    })),
    { text: '做强 【*】产业。', messageId: 'leftoverStar' },
    {
      text: '收入【{财政收入}】，增收【（待补充）】，减支【（此处待补）】，合计【（数据待核实）】。',
      messageId: 'leftoverField',
    },
    ...[
      '错误！未找到引用源。',
      '错误！未定义书签。',
      '#REF!',
      '#N/A',
      '#VALUE!',
      '#DIV/0!',
      '&amp;',
      '&lt;',
      '&gt;',
      '&quot;',
    ].map((residue) => ({
      text: `如图【${residue}】所示`,
      messageId: 'leftoverTool',
    })),
    { text: '【共12页，当前第3页】', messageId: 'leftoverPage' },
    { text: '实施【‘’】工程，印发【《》】。', messageId: 'leftoverEmpty' },
    ...[
      '万亿元',
      '万元',
      '亿美元',
      '万人次',
      '万亩',
      '万吨',
      '万人',
      '万斤',
      '万平方米',
      '元',
      '美元',
      '亩',
      '吨',
      '人次',
    ].map((unit) => ({
      text: `完成【${unit}】，全年增收。`,
      messageId: 'leftoverNumber',
    })),
    ...[
      '同比',
      '较上年',
      '比上年',
      '比去年',
      '较去年',
      '增长',
      '下降',
      '其中',
      '左右',
      '的3倍',
      '的茶叶工程',
      '的茶叶项目',
      '的茶厂',
      '的茶园',
      '的会展中心',
    ].map((words) => ({
      text: `完成【亿元】${words}。`,
      messageId: 'leftoverNumber',
    })),
    { text: '财政收入完成【亿元】', messageId: 'leftoverNumber' },
    ...['平方米', '公里', '公顷', '公斤', '千瓦时', '立方米', '个百分点'].map((unit) => ({
      text: `达到【${unit}】。`,
      messageId: 'leftoverNumber',
    })),
    ...['突破', '超过', '约', '近'].map((word) => ({ text: `${word}【公里】。`, messageId: 'leftoverNumber' })),
    ...['慰问', '帮扶', '救助', '接待', '培训', '看望'].map((word) => ({
      text: `${word}群众【人】，`,
      messageId: 'leftoverNumber',
    })),
    ...['党员', '干部', '村民', '职工', '居民', '学生', '老人', '农民', '困难群众', '贫困群众'].map((word) => ({
      text: `走访${word}【户次】，`,
      messageId: 'leftoverNumber',
    })),
    ...['未来', '近', '前', '后'].map((word) => ({ text: `${word}【5-】产业定位。`, messageId: 'leftoverRange' })),
    { text: '回首往昔。【19】，是建镇之始。', messageId: 'leftoverYearDigits' },
    { text: '回首往昔。【199年】是建镇之年；【202年】全镇增收。', messageId: 'leftoverYearDigits' },
    { text: '【1 .】建好茶园。', messageId: 'leftoverRunOn' },
    { text: '印发【（）】【《》】。', messageId: 'leftoverEmpty' },
  ],
})

/** The tables mark with 【】, so fields that stand in them are looked at here. */
test.each(['【】', '【待补充】', '【此处说明产业情况】', '【填写数字】'])('flags: %s', (field) => {
  const text = `财政收入${field}增长。`
  const found = checkReport(checkInput(text)).findings.filter(({ rule }) => rule === leftover.id)
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([field])
})

test('passes: words in 【】', () => {
  const { findings } = checkReport(checkInput('财政收入【见附表】增长。'))
  expect(findings.filter(({ rule }) => rule === leftover.id)).toEqual([])
})
