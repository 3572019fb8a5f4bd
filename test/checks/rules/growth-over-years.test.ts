import { describeRule, registered } from '../../support/describe-rule.ts'

describeRule(registered('growth-over-years'), {
  passes: [
    // Doublings.
    { text: '茶农人均收入由8600元提高到17500元，翻了一番。', agreeing: ['8600元', '17500元'] },
    '茶农人均收入由8600元提高到15900元，翻一番。', // nearly so
    '茶农人均收入由8600元提高到25900元，翻番。', // more
    '茶农人均收入由8600元提高到11900元，力争明年翻一番。',
    '茶农人均收入由8600元提高到11900元，接近翻番。',
    '茶农人均收入由8600元减少到4300元，翻了一番。',
    '茶农人均收入8600元、蚕农11900元，翻了一番。',
    '全镇地区生产总值由86亿元增加到119亿元，翻了一番。', // in comparable prices
    '税收由8600万元增加到1.19万户，翻了一番。',
    '税收由8000万元增加到1.6—1.8亿元，增长3倍。',
    '普及率由12.5%提高到18.5%，翻了一番。',
    // Multiples.
    { text: '合作社由14家增加到42家，增长2倍。', agreeing: ['14家', '42家', '2倍'] },
    '合作社由14家增加到42家，是五年前的3倍。',
    '合作社由14家增加到43家，增长2.1倍。',
    // Averages.
    { text: '税收由2019年的3.15亿元增加到2024年的5.08亿元，年均增长10%。', agreeing: ['3.15亿元', '5.08亿元', '10%'] },
    '税收由2019年的3.15亿元增加到2024年的5.08亿元，年均增长15%—18%。', // a band is no rate
    '税收由3.15亿元增加到5.08亿元，年均增长16%。', // in how many years is not said
    '税收由2023年的3.15亿元增加到2024年的5.08亿元，年均增长16%。',
    '工业增加值由2019年的3.15亿元增加到2024年的5.08亿元，年均增长16%。',
    '税收由2019年的3.15亿元增加到2024年的5.08亿元，其中茶税年均增长16%。',
  ],
  flags: [
    {
      text: '茶农人均收入由8600元提高到【12600元，翻了一番】。',
      messageId: 'doublingMismatch',
      severity: 'error',
      says: '由 8600元 到 12600元 只是 1.46～1.47 倍，不够“翻了一番”',
    },
    { text: '茶旅收入从2100万元增加到【5300万元，实现翻两番】。', messageId: 'doublingMismatch' },
    { text: '茶旅收入从2100万元增加到【9300万元，翻了三番】。', messageId: 'doublingMismatch' },
    { text: '茶旅收入从2100万元增加到【1.93亿元，翻四番】。', messageId: 'doublingMismatch' },
    { text: '茶旅收入从2100万元增加到【3300万元，实现了翻番】。', messageId: 'doublingMismatch' },
    {
      text: '合作社由14家增加到【42家，增长3倍】。',
      messageId: 'timesMismatch',
      severity: 'note',
      says: '由 14家 到 42家 是增长 2.0 倍，文中为 3倍',
    },
    {
      text: '税收由2019年的3.15亿元增加到2024年的【5.08亿元，年均增长16%】。',
      messageId: 'averageMismatch',
      severity: 'error',
      formula: '文中 16%，应为 10.0%～10.1%（(5.08 ÷ 3.15)^(1/5) − 1）',
    },
    {
      text: '税收由2019年的3.15亿元增加到2024年的【5.08亿元，五年年均增长12.7%】。',
      messageId: 'averageMismatch', // four years
      severity: 'note',
    },
    {
      text: '税收由2019年底的3.15亿元增加到2024年底的【5.08亿元，年均增长8.3%】。',
      messageId: 'averageMismatch', // six years
      severity: 'note',
    },
  ],
})
