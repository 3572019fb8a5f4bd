import { describeRule, registered } from '../../support/describe-rule.ts'

describeRule(registered('calendar'), {
  passes: [
    '2026年1月12日（星期一）在青禾镇第十九届人民代表大会第六次会议上',
    '2024年2月29日，全镇春耕生产现场会在柳溪村召开。', // a leap year
    '2000年2月29日', // leap: divisible by 400
    '2月29日前完成登记。', // no year: may be a leap year
    '12月31日前全面完工。',
    '二〇二六年一月十二日',
    '十二月三十一日前完成。',
    '农历2月30日举办庙会。',
    '工期13个月30日。',
    '1—11月份完成投资3.2亿元。',
    '2026年1月12日，星期五例会照常。', // another sentence part
    '2026年1月12日周五年会', // 周五年 is no weekday
    '1月12日（星期三）召开动员会。', // no year, no weekday
    '1月12日（星期四）召开动员会。',
    '2025年2月28日前完成春灌，2025年1月30日前完成慰问。',
    '工程历时123月15日。', // three digits are no month
    '工程历时一百二十三月十五日。',
    '三四月十日前后育苗，二月五六日间多雨。', // two months, two days in one
    '二〇二五年二月五六日前后多雨。',
  ],
  flags: [
    { text: '【2025年2月30日】前完成验收。', messageId: 'noSuchDay', severity: 'error', kind: 'wrong-year' },
    { text: '【2025年2月29日】前完成验收。', messageId: 'noSuchDay' },
    { text: '【1900年2月29日】', messageId: 'noSuchDay' },
    { text: '【4月31日】前完成补种。', messageId: 'noSuchDay' },
    { text: '【2025年13月5日】，项目开工。', messageId: 'noSuchDay' },
    { text: '自【2025年6月0日】起施行。', messageId: 'noSuchDay' },
    { text: '【二〇二五年二月三十日】', messageId: 'noSuchDay' },
    {
      text: '2026年1月12日（【星期三】）在青禾镇第十九届人民代表大会第六次会议上',
      messageId: 'weekdayOfDate',
      repaired: '2026年1月12日（星期一）',
    },
    { text: '2024年2月29日【周日】', messageId: 'weekdayOfDate', repaired: '2月29日周四' },
    { text: '2026年3月1日（【星期一】）', messageId: 'weekdayOfDate', repaired: '（星期日）' },
    { text: '【2025年2月30日】（星期一）前完成验收。', messageId: 'noSuchDay' }, // and no weekday of a day that is none
  ],
})
