import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readStructure, type LineStructure } from '../../shared/report/structure.ts'

/**
 * One line of a report with what it is expected to be before the bar: role (level or marker behind it), the printed
 * number in brackets, `>section` where one opens, `~` where the sentence goes on in the next line. `…|` ends the lead.
 */
function readRows(table: string): { expected: string[]; lines: string[] } {
  const rows = table.split('\n').filter((row) => row.includes('¦'))
  const cut = rows.map((row) => [row.slice(0, row.indexOf('¦')), row.slice(row.indexOf('¦') + 1)] as const)
  return { expected: cut.map(([left]) => left.trim().replace(/ +/g, ' ')), lines: cut.map(([, right]) => right) }
}

function shown(line: LineStructure, text: string): string {
  const label = text.slice(0, line.labelEnd ?? 0).trim()
  return [
    `${line.role}${line.level ?? line.marker ?? ''}`,
    ...(label === '' ? [] : [`[${label}]`]),
    ...(line.leadEnd === undefined ? [] : ['lead']),
    ...(line.opens ? [`>${line.opens}`] : []),
    ...(line.brokenAfter ? ['~'] : []),
  ].join(' ')
}

function expectStructure(table: string): void {
  const { expected, lines } = readRows(table)
  const structure = readStructure(lines)
  expect(structure.map((line, index) => shown(line, lines[index] ?? ''))).toEqual(expected)
}

const long =
  '这一年全镇干部群众齐心协力，扎实推进各项工作，农业、工业、服务业都有新的起色，城乡面貌持续改善，群众生活更加安稳，社会大局保持和谐。'

describe('a township report with numbered chapters', () => {
  test('its parts are found by number and by wording', () => {
    expectStructure(`
      title                      ¦青 禾 镇 政 府 工 作 报 告
      meeting                    ¦——2026年1月12日在青禾镇第十九届人民代表大会第六次会议上
      speaker                    ¦青禾镇人民政府镇长\u3000林知远
      blank                      ¦
      salutation >opening        ¦各位代表：
      body                       ¦\u3000\u3000现在，我代表青禾镇人民政府，向大会报告工作，请予审议。
      heading1 [一、] >review    ¦一、2025年工作回顾
      body                       ¦${long}
      heading2 [（一）]          ¦（一）产业发展提质增效
      body                       ¦${long}
      heading2 [（二）] lead     ¦（二）乡村面貌持续改善。完成改厕三百二十户，硬化村道十二公里。
      body >problems             ¦在肯定成绩的同时，我们也清醒地看到，全镇发展还存在不少困难和问题。
      heading1 [二、] >tasks     ¦二、2026年工作安排
      body >guidance             ¦今年政府工作的总体要求是：坚持稳中求进，抓好产业、生态和民生。
      body >targets              ¦主要预期目标是：财政收入增长5%以上，农民收入增长6%左右。
      heading2 [（一）] >tasks   ¦（一）抓产业，增强发展后劲
      heading3 [1.] lead         ¦1.壮大茶叶基地。新建茶园八百亩，改造老茶园一千二百亩。
      heading3 [2.] lead         ¦2.培育龙头企业。引进加工企业两家，带动农户三百户。
      list-itemordinal [一是]    ¦一是抓好春耕生产。
      list-itemordinal [二是]    ¦二是抓好田间管理。
      heading1 [三、] >self-building ¦三、加强政府自身建设
      body                       ¦${long}
      body >closing              ¦各位代表，新的一年任务艰巨。让我们同心同德，为建设美丽青禾而努力奋斗！
      heading1 >annex            ¦名词解释
      list-itemdecimal [1.]      ¦1.一村一策：按每个村的情况定措施。
    `)
  })

  test('the same in traditional characters', () => {
    expectStructure(`
      title                      ¦青禾鎮政府工作報告
      salutation >opening        ¦各位代表：
      body                       ¦現在，我代表鎮人民政府向大會報告工作，請予審議。
      heading1 [一、] >review    ¦一、2025年工作回顧
      body                       ¦${long}
      body >problems             ¦在肯定成績的同時，我們也清醒地認識到，發展中還存在許多困難和問題。
      heading1 [二、] >tasks     ¦二、2026年工作計劃
      body >guidance             ¦今年工作的指導思想是：堅持穩中求進，抓好各項工作。
      body >targets              ¦主要目標是：財政收入增長5%。
      heading1 [三、] >self-building ¦三、加強政府自身建設
      body                       ¦${long}
    `)
  })
})

test('problems, guidance and targets are found without any heading', () => {
  expectStructure(`
    title             ¦青禾镇2026年政府工作计划
    body >tasks       ¦2026年是全面落实规划的重要一年，也是我镇加快发展的一年，我们要坚持农业立镇、工业强镇，着力改善民生，确保各项工作走在前列。
    body >guidance    ¦今年工作总的指导思想是：以产业振兴为抓手，以改善民生为根本。
    body >targets     ¦主要指标：财政收入增长8%；农民收入增长6%。
    body >tasks       ¦为实现上述目标，重点做好以下几个方面工作。
    body              ¦农业要上档次。流转土地五百亩，建成高标准农田两千亩，培育家庭农场六家，把茶叶、油茶、黄桃三个产业做优做强。
    body >closing     ¦做好今年的工作，责任重大。让我们团结起来，为美好明天而努力奋斗！
  `)
})

test('headings without numbers: chapters by their words, blocks by what follows', () => {
  expectStructure(`
    title                 ¦青禾镇2025年工作总结和2026年工作打算
    heading1 >review      ¦2025年工作回顾
    heading2              ¦特色农业稳步发展
    list-itemdash [——]    ¦——茶叶产业。新建茶园八百亩。
    heading2              ¦村庄环境明显改善
    list-itemdash [——]    ¦——垃圾处理。建成中转站两座。
    heading1 >tasks       ¦2026年工作打算
    body                  ¦${long}
  `)
})

describe('odd forms of numbers', () => {
  test.each([
    ['（(一)）混用', '(一)抓产业发展', 'heading2 [(一)]'],
    ['blanks inside brackets', '（ 二 ）抓项目建设', 'heading2 [（ 二 ）]'],
    ['a blank before the dot', '1 .巩固成果', 'heading3 [1 .]'],
    ['full-width dot', '１．抓好生产', 'heading3 [１．]'],
    ['顿号 after a digit', '3、水利建设方面', 'heading3 [3、]'],
    ['level four', '（4）防汛抗旱', 'heading4 [（4）]'],
    ['circled', '③落实责任', 'list-itemcircled [③]'],
    ['第一，', '第一，要解放思想。', 'list-itemordinal [第一，]'],
    ['hyphens for a dash', '--农村面貌改善', 'list-itemdash [--]'],
    ['residue of a conversion', '[bookmark: _GoBack]（四）严自律', 'heading2 [[bookmark: _GoBack]（四）]'],
  ])('%s', (_, line, expected) => {
    const [structure] = readStructure(['一、2025年工作回顾', line]).slice(1)
    expect(shown(structure ?? { role: 'blank', section: null }, line).replace(/ >\S+/, '')).toBe(expected)
  })

  test.each([
    ['industries are counted', '一、二、三产业协调发展，比重更加合理，结构持续优化，质量不断提高。'],
    ['a decimal', '3.5亿元的投资全部到位，项目建设按计划推进。'],
    ['roads with numbers', '1、2号干线全部贯通，沿线各村出行更加方便。'],
    ['a year', '2025年，全镇各项工作取得新成绩，群众生活持续改善。'],
    ['a number alone', '一、'],
  ])('no number: %s', (_, line) => {
    expect(readStructure(['青禾镇政府工作报告', long, line])[2]?.role).toBe('body')
  })
})

test('1. 2. 3. without text between them are a list, with titles of their own headings', () => {
  expectStructure(`
    heading1 [一、] >review   ¦一、2025年工作回顾
    heading2 [（一）]         ¦（一）着重抓好以下工作
    list-itemdecimal [1、]    ¦1、抓好防汛。
    list-itemdecimal [2、]    ¦2、抓好招商。
    list-itemdecimal [3、]    ¦3、抓好信访。
    heading2 [（二）]         ¦（二）农业方面
    heading3 [1、]            ¦1、粮食生产
    body                      ¦${long}
    heading3 [2、]            ¦2、畜牧养殖
    body                      ¦${long}
    heading2 [（三）]         ¦（三）惠农政策
    list-itemdecimal [（1）]  ¦（1）完成保险面积7700亩，收取保费12万元。
    list-itemdecimal [（2）]  ¦（2）发放补贴89万元。
  `)
})

describe('sentences that a copy broke', () => {
  test('a line that stops in mid-sentence goes on, over a blank line too', () => {
    expectStructure(`
      title                         ¦青禾镇政府工作报告
      heading1 [一、] >review       ¦一、2025年工作回顾
      list-itemdash [——] ~          ¦——教育稳步发展。改造校舍三处，小学适龄儿童入学率达到
      blank                         ¦
      body                          ¦了百分之百，升学人数逐年增加。
      body ~                        ¦坚持改革不停步，以服务群众为突破，努力实现
      body                          ¦政务清明、干部清正。
    `)
  })

  test('a heading is not broken, nor a paragraph before a numbered line', () => {
    const lines = [
      '一、强力推动产业升级，发展质量进一步提高',
      long,
      '抓好项目。年内开工两个，竣工三个',
      '（二）抓好民生',
    ]
    expect(readStructure(lines).map((line) => line.brokenAfter)).toEqual([undefined, undefined, undefined, undefined])
  })

  test('lines of equal width are a copy line by line', () => {
    const text = '青禾镇今年围绕农业增效农民增收的目标大力调整种植结构扩大茶叶面积改造低产茶园'.repeat(8)
    const lines = text.match(/.{20}/g) ?? []
    const broken = readStructure(lines).map((line) => line.brokenAfter ?? false)
    expect(broken.slice(0, -1).every(Boolean)).toBe(true)
    expect(broken.at(-1)).toBe(false)
  })
})

test('a title in the middle begins another report', () => {
  const structure = readStructure([
    '政府工作报告篇一',
    '一、2025年工作回顾',
    long,
    '二、2026年工作安排',
    long,
    '政府工作报告篇二',
    '各位代表：',
    '一、2025年工作回顾',
    long,
  ])
  expect(structure[5]?.role).toBe('title')
  expect(structure[6]).toMatchObject({ role: 'salutation', section: 'opening' })
  expect(structure[8]?.section).toBe('review')
})

test('levels that the file itself gives make headings of unnumbered lines', () => {
  const structure = readStructure(
    ['青禾镇政府工作报告', '农业农村', long, '灌溉', long],
    ['title', 1, undefined, 2, undefined],
  )
  expect(structure.map((line) => line.level)).toEqual([undefined, 1, undefined, 2, undefined])
})

test('one entry for each line, whatever the lines are', () => {
  for (const lines of [[], [''], ['。'], ['一、'], ['——'], Array.from({ length: 40 }, () => '（一）')]) {
    expect(readStructure(lines)).toHaveLength(lines.length)
  }
})

const reports = new URL('../../../shared/reports/dev/', import.meta.url)

describe.runIf(existsSync(reports))('published reports', () => {
  const files = existsSync(reports) ? readdirSync(reports).filter((name) => name.endsWith('.txt')) : []
  const sectionsOf = (name: string): Set<string | undefined> =>
    new Set(
      readStructure(readFileSync(new URL(encodeURIComponent(name), reports), 'utf8').split('\n')).map(
        (line) => line.opens,
      ),
    )

  test('every county report has a review, and nearly all a plan, targets and a closing', () => {
    const found = files.filter((name) => name.startsWith('county')).map(sectionsOf)
    expect(found.every((sections) => sections.has('review'))).toBe(true)
    const share = (kind: string): number => found.filter((sections) => sections.has(kind)).length / found.length
    // Several of the files are cut off before their end.
    for (const kind of ['tasks', 'targets', 'problems']) expect(share(kind), kind).toBeGreaterThan(0.85)
    expect(share('closing')).toBeGreaterThan(0.75)
  })
})
