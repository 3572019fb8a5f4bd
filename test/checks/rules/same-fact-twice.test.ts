import { sameFactTwice } from '../../../shared/checks/rules/same-fact-twice.ts'
import { describeRule } from '../../support/describe-rule.ts'

const report = (first: string, second: string, plan = '抓产业。'): string =>
  [
    '各位代表：',
    '一、2025年工作回顾',
    `2025年，${first}。`,
    `财源建设成效明显，${second}。`,
    '二、2026年工作安排',
    plan,
  ].join('\n')

describeRule(sameFactTwice, {
  passes: [
    { text: report('财政总收入完成3106万元', '财政总收入完成3106万元'), year: 2026 },
    { text: report('财政总收入完成3106万元', '财政总收入完成约3200万元'), year: 2026 },
    { text: report('财政总收入完成3106万元', '五年累计财政总收入完成12306万元'), year: 2026 },
    { text: report('财政总收入完成3106万元', '完成得很好', '财政总收入力争达到3400万元。'), year: 2026 },
    { text: report('财政总收入完成3.1亿元', '财政总收入完成3.106亿元'), year: 2026 }, // rounded
    // The other value is last year's.
    { text: report('财政总收入完成3526万元，上年为3106万元，增长13.5%', '政府过紧日子'), year: 2026 },
    { text: report('财政总收入完成3526万元（上年3106万元），增长13.5%', '政府过紧日子'), year: 2026 },
    { text: report('财政总收入完成3526万元，去年同期是3106万元', '政府过紧日子'), year: 2026 },
    { text: report('去年同期财政总收入3106万元', '财政总收入达到3526万元'), year: 2026 },
    { text: report('上年财政总收入3106万元，今年完成3526万元', '政府过紧日子'), year: 2026 },
    { text: report('去年财政总收入只有3106万元，而今年完成财政总收入3526万元', '政府过紧日子'), year: 2026 },
    // Or it is the plan, the county's share of it, or another count.
    { text: report('财政总收入完成3526万元，比计划任务3300万元增加226万元', '政府过紧日子'), year: 2026 },
    { text: report('年初提出财政总收入3300万元的目标', '财政总收入完成3526万元'), year: 2026 },
    { text: report('财政总收入完成3526万元', '市级口径财政总收入3106万元'), year: 2026 },
    { text: report('财政总收入完成3526万元', '经决算财政总收入3512万元'), year: 2026 },
    '总投资2350万元的云岭竹木加工厂开工，完成投资1200万元的云岭竹木加工厂即将投产。',
    '总投资2350万元的云岭竹木加工厂开工，总投资1200万元的河口粮油加工厂投产。',
    '总投资2350万元的云岭加工厂、河口茶厂开工，总投资1200万元的云岭加工厂、河口茶厂投产。', // two names, one sum
    '总投资近2350万元的云岭竹木加工厂开工，总投资1200万元的云岭竹木加工厂投产。',
    '总投资2000—2350万元的云岭竹木加工厂开工，总投资1200万元的云岭竹木加工厂投产。',
    '总投资2350吨的云岭竹木加工厂开工，总投资1200吨的云岭竹木加工厂投产。', // no money
    '总投资2350万元的新茶厂开工，总投资1200万元的新茶厂投产。', // too short for a name
    '总投资2350万元的两个加工项目开工，总投资1200万元的两个加工项目投产。', // a number, no name
    { text: report('财政总收入完成3106万元', '财政总收入完成200万美元'), year: 2026 },
    ...[
      '五年建设成果丰硕，',
      '“十四五”工作圆满收官，',
      '创建期间群众踊跃参与。',
      '累计投入加大，',
      '换届以来干劲很足。',
      '年均投入加大，',
      '实施12个项目，',
      '奖补政策落地，',
      '争取政策落地，',
    ].map((words) => ({ text: report('财政总收入完成3106万元', `${words}财政总收入完成3160万元`), year: 2026 })),
    { text: report('财政总收入完成3106万元', '财政总收入完成3200—3300万元'), year: 2026 },
    { text: report('财政总收入完成3106万元', '预计财政总收入完成3160万元'), year: 2026 },
    { text: report('财政总收入完成3106万元', '全县财政总收入完成3160万元'), year: 2026, place: '青禾镇' },
    { text: report('财政总收入完成3106万元', '管护好', '2025年财政总收入完成3160万元。'), year: 2026 },
    { text: report('上半年财政总收入完成3106万元', '上半年财政总收入完成3160万元'), year: 2026 },
    { text: report('森林覆盖面积达到3106亩', '森林覆盖面积达到3160亩'), year: 2026 }, // no indicator of the catalogue
    { text: report('城乡居民收入达到12100元', '城乡居民收入达到13200元'), year: 2026 }, // of townspeople and of farmers
    { text: report('建筑业总产值完成3106万元', '建筑业总产值完成3160万元'), year: 2026 }, // too minor
    '总投资2350万元的云岭竹木加工厂开工，年度投资1200万元的云岭竹木加工厂进展顺利。',
    '总投资2350万元的云岭竹木加工厂开工，年内投资1200万元的云岭竹木加工厂进展顺利。',
    '总投资2350万元的云岭竹木加工厂（一期）投产，总投资1200万元的云岭竹木加工厂（二期）开工。',
    '总投资2350万元的老旧小区改造工程开工，总投资1200万元的老旧小区改造工程完工。', // many are called so
  ],
  flags: [
    // The year before is said twice, this year's value beside it is none of them.
    {
      text: report('财政总收入完成3106万元，上年为2841万元', '财政总收入完成【3160万元】'),
      year: 2026,
      messageId: 'twoValues',
    },
    // 去年 alone may be the year of the review.
    {
      text: report('去年，财政总收入完成3106万元', '财政总收入完成【3160万元】'),
      year: 2026,
      messageId: 'twoValues',
    },
    {
      text: report('财政总收入完成3106万元', '财政总收入完成【3160万元】'),
      year: 2026,
      messageId: 'twoValues',
      severity: 'warning',
      repaired: '财政总收入完成3106万元',
    },
    {
      text: '总投资2350万元的云岭竹木加工厂开工。\n抓好投资【2358万元】的云岭竹木加工厂建设。',
      messageId: 'twoValues',
      severity: 'error',
    },
    ...[
      '公司',
      '项目',
      '产业园',
      '活动中心',
      '酒店',
      '市场',
      '基地',
      '工程',
      '大桥',
      '学校',
      '医院',
      '电站',
      '广场',
      '集团',
    ].map((name) => ({
      text: `总投资2350万元的云岭${name}开工。\n总投资【2358万元】的云岭${name}投产。`,
      messageId: 'twoValues',
    })),
    { text: '投资2350万元的云岭茶厂开工。\n投资【2358万元】的云岭茶厂投产。', messageId: 'twoValues' },
    {
      text: report('年末金融机构存款余额20316万元', '年末金融机构存款余额【20361万元】'),
      year: 2026,
      messageId: 'twoValues',
    },
    {
      text: report('财政总收入完成3000万元', '财政总收入完成【3100万元】'),
      year: 2026,
      messageId: 'twoValues',
      severity: 'note',
    },
  ],
})
