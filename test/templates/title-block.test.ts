import { describe, expect, test } from 'vitest'
import { plainText } from '../../shared/report/plain-text.ts'
import type { ReportMeta } from '../../shared/report/schema.ts'
import { meetingName, readMeeting, titleBlock } from '../../shared/templates/title-block.ts'
import { reportMeta } from '../support/report-meta.ts'

const lines = (changes: Partial<ReportMeta>): string[] =>
  plainText(titleBlock(reportMeta(changes)))
    .text.trim()
    .split('\n')

describe('title block', () => {
  test.each<[string, Partial<ReportMeta>, string[]]>([
    [
      'a town; the meeting line breaks before 第N届',
      {},
      [
        '穗桥镇人民政府工作报告',
        '——2026年1月12日在穗桥镇',
        '第十九届人民代表大会第六次会议上',
        '穗桥镇人民政府镇长　程远山',
      ],
    ],
    [
      'a county has the bare title',
      { place: '云澜县', level: 'county', speaker: { office: '县长', name: '周立' } },
      ['政府工作报告', '——2026年1月12日在云澜县', '第十九届人民代表大会第六次会议上', '云澜县人民政府县长　周立'],
    ],
    [
      'a 街道 has an office and no congress; its short line stays whole',
      { place: '映月街道', level: 'subdistrict', speaker: { office: '主任', name: '周立' }, date: '2026-01-02' },
      ['映月街道办事处工作报告', '——2026年1月2日在映月街道第六次居民议事会议上', '映月街道办事处主任　周立'],
    ],
    [
      'half a year is named in the title',
      { kind: 'half-year', date: '2026-07-30', meeting: { congress: 19, session: 7 } },
      [
        '穗桥镇人民政府2026年上半年工作报告',
        '——2026年7月30日在穗桥镇',
        '第十九届人民代表大会第七次会议上',
        '穗桥镇人民政府镇长　程远山',
      ],
    ],
    [
      'what is not known waits as □',
      { date: null, meeting: { congress: null, session: null }, speaker: { office: '代镇长', name: '' } },
      ['穗桥镇人民政府工作报告', '——□年□月□日在穗桥镇', '第□届人民代表大会第□次会议上', '穗桥镇人民政府代镇长　□'],
    ],
    [
      'an office that names its government stays as it is',
      { speaker: { office: '穗桥镇人民政府副镇长', name: '程远山' } },
      [
        '穗桥镇人民政府工作报告',
        '——2026年1月12日在穗桥镇',
        '第十九届人民代表大会第六次会议上',
        '穗桥镇人民政府副镇长　程远山',
      ],
    ],
  ])('%s', (_name, changes, expected) => {
    expect(lines(changes)).toEqual(expected)
  })
})

describe('the meeting in words', () => {
  test('is written and read back', () => {
    const meta = reportMeta({ meeting: { congress: 21, session: 10 } })
    expect(meetingName(meta)).toBe('穗桥镇第二十一届人民代表大会第十次会议')
    expect(readMeeting(meetingName(meta))).toEqual({ congress: 21, session: 10 })
  })

  test.each([
    ['第 19 届人大第6次会议', 19, 6],
    ['第十届人代会', 10, null],
    ['人民代表大会', null, null],
    ['第〇届第百次', null, null],
  ])('%s', (words, congress, session) => {
    expect(readMeeting(words)).toEqual({ congress, session })
  })
})
