import { describe, expect, test } from 'vitest'
import { accountForPledges } from '../../shared/carry-over/account-for-pledges.ts'
import type { PledgeState } from '../../shared/carry-over/accounts.ts'
import { readPledges } from '../../shared/carry-over/read-pledges.ts'
import { sideOf } from '../support/two-years.ts'

describe('promises of a plan', () => {
  test.each<[plan: string, objects: string[][], deadline?: string]>([
    // will and end
    ['确保青石河大桥9月底前建成通车。', [['青石河大桥']], '9月底前'],
    ['年内完成青石河大桥主体工程。', [['青石河大桥主体工程']], '年内'],
    ['力争穗南中学教学楼、青石敬老院等2个项目竣工投用。', [['穗南中学教学楼', '青石敬老院']]],
    ['加快青石河大桥建设进度，确保年内竣工通车。', [['青石河大桥']], '年内'],
    ['争取青石河二期治理工程开工建设。', [['青石河二期治理工程']]],
    ['年内将青石路、振穗路建成样板街。', [['青石路', '振穗路']], '年内'],
    // a task with a figure
    ['新建农村公路18公里。', [['农村公路']]],
    ['改造老旧小区12个、敬老食堂3家。', [['老旧小区', '敬老食堂']]],
    ['改造危桥2座。', [['危桥']]],
    ['新建幼儿园1所，新增学位120个。', [['幼儿园'], ['学位']]],
    ['新增就业300人。', []], // a target
    // one thing, without deadline and figure
    ['启动振穗产业园建设。', [['振穗产业园']]],
    ['一是实施穗南水库除险加固。', [['穗南水库除险加固']]],
    ['实施卫生院门诊楼改造，方便就医。', [['卫生院门诊楼改造']]],
    ['青石污水处理厂投入运行。', [['青石污水处理厂']]],
    ['推动青石污水处理厂建成投用。', [['青石污水处理厂']]],
    ['加快推进青石河大桥、振穗路等项目建设。', [['青石河大桥', '振穗路']]],
    ['创建省级农业强镇，争创全国文明村镇。', [['省级农业强镇'], ['全国文明村镇']]],
    ['开工建设穗南中学教学楼。', [['穗南中学教学楼']]],
    ['启动青石再生水厂建设。', [['青石再生水厂']]],
    // items of 实事
    [
      '办好以下三件民生实事：\n1.建成青石敬老院，缓解养老难问题。\n2.改造穗南中学操场。\n3.新增公交线路2条。',
      [['青石敬老院'], ['穗南中学操场'], ['公交线路']],
    ],
    // nothing that could be accounted for
    ['加强作风建设，推进青石河大桥前期工作。', []],
    ['确保重点项目早日开工。', []],
    ['倒排工期，确保早日竣工投产。', []],
    ['确保完成上级下达任务。', []],
    ['提升全县办学水平，确保质量安全。', []],
    ['坚持以人民为中心，确保各项决策部署落实落地。', []],
    ['新建农村公路，改善出行。', []], // no figure, no will
    ['推进高质量发展，加快农业农村现代化建设。', []],
    ['加强基层组织建设，推进法治政府建设。', []],
    ['推进农业产业园建设，实施老旧小区改造。', []], // any of its kind
    ['实施质量强镇工程，实施乡村振兴战略。', []],
    ['打造一批特色项目，推进重点项目建设。', []],
    ['推进青石河大桥。', []], // not what of it
    ['谋划青石河大桥建设。', []],
    ['待青石河大桥建成后，优化线路。', []],
    ['（一）推进青石产业园建设。各项工作有序开展。', []], // a heading
    ['加强作风建设，让青石河大桥更美。', []],
  ])('%s', (plan, objects, deadline = '') => {
    const pledges = readPledges(sideOf(2025, { plan }))
    expect(pledges.map((pledge) => pledge.objects)).toEqual(objects)
    if (objects.length === 1) expect(pledges[0]?.deadline).toBe(deadline)
  })

  test('says where it stands, and which figures it names', () => {
    const last = sideOf(2025, { plan: '突出重点，新建农村公路18公里以上。' })
    const [pledge] = readPledges(last)
    expect(last.text.slice(pledge?.span.start, pledge?.span.end)).toBe(pledge?.words)
    expect(pledge?.words).toBe('新建农村公路18公里以上')
    expect(pledge?.figures).toEqual(['18公里以上'])
  })

  test('what the review says is no promise', () => {
    expect(readPledges(sideOf(2025, { review: '年内青石河大桥建成通车。新建农村公路18公里。' }))).toEqual([])
  })
})

describe('what became of them', () => {
  const bridge = '确保青石河大桥9月底前建成通车。'
  const others = '城乡面貌焕然一新。教育事业稳步发展。公路路网不断完善，农村环境持续改善。'
  test.each<[plan: string, review: string, state: PledgeState, said?: string, ownPlan?: string]>([
    [bridge, '青石河大桥建成通车，两岸往来更便捷。', 'done', '建成'],
    [bridge, '青石河大桥主体完工。', 'partly', '主体完工'],
    [bridge, '青石河大桥加快建设，穗南中学建成投用。', 'partly', '加快建设'],
    [bridge, '穗南中学建成投用，青石河大桥正在施工。', 'partly', '正在施工'],
    [bridge, '完成青石河大桥建设。', 'done', '完成'],
    [bridge, '青石河大桥、穗南中学等项目，已全面完工。', 'done', '完工'],
    [bridge, '青石河大桥开工建设。', 'partly', '开工'],
    [bridge, '青石河大桥得到群众称赞。', 'mentioned'],
    [bridge, '青石河流域治理完成。', 'unmentioned'], // the river is not the bridge
    [bridge, '振穗大桥建成通车。', 'unmentioned'],
    [bridge, '', 'unmentioned'],
    ['完成穗桥高速建设。', '穗桥高速建成通车。', 'done'],
    ['完成穗桥高速建设。', '穗桥高速检查站建成投用。', 'unmentioned'], // a name that goes on is another
    ['完成穗桥高速建设。', '穗桥高速石梁连接线开工。', 'unmentioned'],
    ['完成穗桥高速检查站建设。', '穗桥高速检查站建成投用。', 'done'],
    ['加快汶河滨水生态景观长廊工程建设。', '汶河滨水生态景观长廊建设完成。', 'done'],
    ['加快汶河滨水生态景观长廊工程建设。', '溪河滨水生态景观长廊建设完成。', 'unmentioned'], // another river
    [bridge, '', 'partly', '', '加快青石河大桥建设。'], // it goes on in the plan
    // a beginning, or a frame, was all that was promised
    ['争取青石河大桥开工建设。', '青石河大桥开工建设。', 'done', '开工'],
    ['力争青石河大桥主体完工。', '青石河大桥主体完工。', 'done', '主体完工'],
    // figures
    ['新建农村公路18公里。', '新建农村公路18.6公里。', 'done'],
    ['新建农村公路18公里。', '新建农村公路12公里。', 'partly'],
    ['新建农村公路18公里。', '建成12公里农村公路。', 'partly'],
    ['新建农村公路18公里。', '农村公路总里程达到486公里。', 'mentioned'], // how many there are
    ['新建农村公路18公里。', '', 'unmentioned', '', '新建农村公路20公里。'], // a new promise
    // short words, by the figure beside them
    ['改造危桥2座。', '改造危桥2座。', 'done'],
    ['改造危桥2座。', '排查危桥，改造农村公路3公里。', 'unmentioned'],
    ['改造危桥2座。', '完成3座危桥改造。', 'done'],
    ['改造危桥3座。', '改造危桥2座。', 'partly'],
    ['新增学位120个。', '新增学位90个。', 'partly'],
    ['启动振穗产业园建设。', '振穗产业园开工建设。', 'done', '开工'],
    ['实施穗南水库除险加固。', '穗南水库除险加固工程完工。', 'done', '完工'],
    // several names
    ['确保青石敬老院、穗南中学教学楼竣工投用。', '青石敬老院、穗南中学教学楼建成投用。', 'done'],
    ['确保青石敬老院、穗南中学教学楼竣工投用。', '青石敬老院建成投用。', 'partly'],
    ['确保青石敬老院、穗南中学教学楼竣工投用。', '青石敬老院建成投用，穗南中学教学楼有序推进。', 'partly'],
  ])('%s · %s: %s', (plan, review, state, said, ownPlan = '') => {
    const last = sideOf(2025, { plan, review: others })
    const own = sideOf(2026, { review: `${others}${review}`, plan: ownPlan })
    const [account, ...more] = accountForPledges(last, own)
    expect(more).toEqual([])
    expect(account?.state).toBe(state)
    if (said) expect(own.text.slice(account?.said?.start, account?.said?.end)).toContain(said)
    if (account?.span) expect(`${review}${ownPlan}`).toContain(own.text.slice(account.span.start, account.span.end))
    expect(account?.span === null).toBe(state === 'unmentioned')
  })

  test('of two sentences that name it the one with the same figure is meant', () => {
    const more =
      '财政运行平稳。市场主体更多。社会大局安定。文化活动丰富。干部作风转变。营商环境优化。治安形势向好。医疗服务改善。'
    const last = sideOf(2025, { plan: '新建青石片区供水管网18公里。', review: others })
    const own = sideOf(2026, { review: `${others}${more}青石片区供水管网养护得到加强。新建青石片区供水管网18公里。` })
    const span = accountForPledges(last, own)[0]?.span
    expect(own.text.slice(span?.start, span?.end)).toBe('新建青石片区供水管网18公里。')
  })
})
