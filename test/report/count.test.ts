import { describe, expect, test } from 'vitest'
import { countCharacters, countWords, spokenCharacters } from '../../shared/report/count.ts'

describe('words as Word and WPS count them', () => {
  test.each<[string, number]>([
    ['', 0],
    ['各位代表：', 5],
    ['2025年', 2],
    ['GDP增长6.5%。', 5],
    ['“十四五”时期', 7],
    ['GB/T 9704-2012', 2],
    ['——过去一年，', 7],
    ['①修路；②架桥', 7],
    ['青禾镇　人民政府', 7],
    ['５个村', 3],
    ['第一行\n第二行', 6],
    ['𠮷林', 2],
    ['图\uFFFC示', 2],
  ])('%s = %i', (text, words) => {
    expect(countWords(text)).toBe(words)
  })

  test('characters with and without blanks', () => {
    expect(countCharacters('建成 5G 基站\n𠮷')).toEqual({ withoutBlanks: 7, withBlanks: 9 })
  })
})

describe('syllables of a speech', () => {
  test.each<[string, string]>([
    ['2025年', '二零二五年'],
    ['12.5%', '百分之十二点五'],
    ['0.3‰', '千分之零点三'],
    ['完成投资3200万元', '完成投资三千二百万元'],
    ['10500人', '一万零五百人'],
    ['100000人', '十万人'],
    ['18人', '十八人'],
    ['110户', '一百一十户'],
    ['1,234户', '一千二百三十四户'],
    ['20年', '二十年'],
    ['120000000元', '一亿二千万元'],
    ['100000001元', '一亿零一元'],
    ['0人', '零人'],
    ['𠮷林', '吉林'],
    ['007号', '零零七号'],
    ['增长5%（下同），确保', '增长百分之五确保'],
    ['（一）做强产业', '一做强产业'],
    ['“一镇一品”，稳步推进。', '一镇一品稳步推进'],
    ['第3条[2]', '第三条'],
  ])('%s is read %s', (text, spoken) => {
    expect(spokenCharacters(text)).toBe(spoken.length)
  })
})
