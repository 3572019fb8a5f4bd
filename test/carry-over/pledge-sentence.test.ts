import { expect, test } from 'vitest'
import { pledgeSentence } from '../../shared/carry-over/pledge-sentence.ts'
import { shortFigure } from '../../shared/carry-over/short-figure.ts'

test.each([
  ['建成石梁村文化广场', [], '', '建成石梁村文化广场，目前□。'],
  // what was promised is no result
  ['新建高标准农田3000亩', ['3000亩'], '', '新建高标准农田□亩，目前□。'],
  ['新增合作社三家以上，硬化道路18.6公里', ['三家以上', '18.6公里'], '', '新增合作社□家，硬化道路□公里，目前□。'],
  // intent and deadline are over
  ['要力争年底前建成云坡桥', [], '年底前', '建成云坡桥，目前□。'],
  ['改造卫生院门诊楼，确保6月底前投用', [], '6月底前', '改造卫生院门诊楼，确保投用，目前□。'],
  // the mark of a list, and what follows the first sentence
  ['一是完成集镇农贸市场改造。', [], '', '完成集镇农贸市场改造，目前□。'],
  ['（三）实施电网改造；抓好安全。', [], '', '实施电网改造，目前□。'],
])('%s', (words, figures, deadline, sentence) => {
  expect(pledgeSentence({ words, figures, deadline })).toBe(sentence)
})

test.each([
  ['地区生产总值9.01亿元，增长6.2%', '9.01亿元，增长6.2%'],
  ['固定资产投资增长10%以上', '增长10%以上'],
  ['财政总收入完成2841万元', '2841万元'],
  ['登记失业率控制在4.5%以内', '控制在4.5%以内'],
  ['地区生产总值同比增长约6%', '同比增长约6%'],
  ['粮食播种面积不低于2.1万亩', '不低于2.1万亩'],
  ['新建公厕十二座', '新建公厕十二座'],
  // the digits of a name are not the figure
  ['主营收入10亿元企业达到3家', '达到3家'],
  ['主营收入10亿元企业3家', '3家'],
  ['固定资产投资10亿元', '10亿元'],
])('the figure of %s', (printed, short) => {
  expect(shortFigure(printed)).toBe(short)
})
