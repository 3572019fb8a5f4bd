import { describe, expect, test } from 'vitest'
import { accountForTargets } from '../../shared/carry-over/account-for-targets.ts'
import type { TargetRemark, Verdict } from '../../shared/carry-over/accounts.ts'
import { shortFigure } from '../../shared/carry-over/short-figure.ts'
import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import { sideOf } from '../support/two-years.ts'

interface Row {
  target: string
  result: string
  verdict: Verdict
  remark?: TargetRemark
  /** What last year's report says of its own review. */
  before?: string
}

const row = (target: string, result: string, verdict: Verdict, remark?: TargetRemark, before?: string): Row => ({
  target,
  result,
  verdict,
  ...(remark && { remark }),
  ...(before && { before }),
})

const none = emptyLedger('穗桥县')
const stamp = { at: '2026-01-01T00:00:00', by: '李' }

function account({ target, result, before = '' }: Pick<Row, 'target' | 'result' | 'before'>, edits: LedgerEdit[] = []) {
  const last = sideOf(2025, { targets: `${target}。`, review: before })
  const own = sideOf(2026, { review: result && `${result}。` })
  return { own, last, accounts: accountForTargets({ last, own, ledger: editLedger(none, edits, stamp) }) }
}

const fiscal = '一般公共预算收入'

describe('last year’s target and this year’s result', () => {
  test.each([
    // growth against growth
    row('地区生产总值增长6%以上', '地区生产总值增长6.4%', 'reached'),
    row('地区生产总值增长6%以上', '地区生产总值增长6%', 'reached'), // printed as it was set
    row('地区生产总值增长6%以上', '地区生产总值增长5.2%', 'missed'),
    row('地区生产总值增长6.2%', '地区生产总值增长6%', 'undecidable', 'coarse'), // 6% may be 6.4%
    row('地区生产总值增长6.6%', '地区生产总值增长6%', 'missed'),
    row('固定资产投资增长5%', '固定资产投资下降3.2%', 'missed'),
    // 左右 is a band, for as much or more
    row('地区生产总值增长6%左右', '地区生产总值增长5.8%', 'reached'),
    row('地区生产总值增长6%左右', '地区生产总值增长5.6%', 'undecidable', 'near'), // half a point at most
    row('地区生产总值增长6%左右', '地区生产总值增长5.5%', 'undecidable', 'near'),
    row('地区生产总值增长6%左右', '地区生产总值增长5.4%', 'missed'),
    row('地区生产总值增长6%以上', '地区生产总值增长5.6%', 'missed'),
    row('城镇新增就业2000人左右', '城镇新增就业1880人', 'missed'),
    row('地区生产总值增长6%左右', '地区生产总值增长9.1%', 'reached'),
    // less is better
    row('居民消费价格涨幅控制在3%以内', '居民消费价格上涨2.1%', 'reached'),
    row('居民消费价格涨幅控制在3%以内', '居民消费价格上涨3.6%', 'missed'),
    row('居民消费价格上涨3%左右', '居民消费价格上涨0.8%', 'reached'), // prices are held down
    row('居民消费价格上涨3%左右', '居民消费价格上涨3.4%', 'undecidable', 'near'),
    row('居民消费价格上涨3%左右', '居民消费价格上涨3.6%', 'missed'),
    row('城镇登记失业率控制在4.5%以内', '城镇登记失业率3.2%', 'reached'),
    row('城镇登记失业率控制在4.5%以内', '城镇登记失业率4.8%', 'missed'),
    row('单位地区生产总值能耗下降3%', '单位地区生产总值能耗下降3.4%', 'reached'),
    row('单位地区生产总值能耗下降3%', '单位地区生产总值能耗下降2.1%', 'missed'),
    // amounts, whatever magnitude they are printed in
    row(`${fiscal}达到4亿元以上`, `${fiscal}完成41200万元`, 'reached'),
    row(`${fiscal}达到4亿元以上`, `${fiscal}完成38500万元`, 'missed'),
    row(`${fiscal}达到4亿元以上`, `${fiscal}突破4亿元`, 'reached'),
    row(`${fiscal}达到4.1亿元`, `${fiscal}突破4亿元`, 'undecidable', 'coarse'),
    row('城镇新增就业2000人以上', '城镇新增就业2136人', 'reached'),
    row('城镇新增就业2000人以上', '城镇新增就业1986人', 'missed'),
    // both must be reached
    row(`${fiscal}达到4亿元、增长8%`, `${fiscal}完成4.2亿元，增长7.1%`, 'missed'),
    row(`${fiscal}达到4亿元、增长8%`, `${fiscal}完成4.2亿元，增长8.3%`, 'reached'),
    // growth computed where prices allow it
    row(`${fiscal}增长8%`, `${fiscal}完成4.3亿元`, 'reached', 'computed', `${fiscal}完成3.8亿元。`),
    row(`${fiscal}增长8%`, `${fiscal}完成3.9亿元`, 'missed', 'computed', `${fiscal}完成3.8亿元。`),
    row(`${fiscal}增长8%`, `${fiscal}完成4.1亿元`, 'undecidable', 'coarse', `${fiscal}完成3.8亿元。`),
    row(`${fiscal}增长8%`, `${fiscal}完成4.2亿元`, 'undecidable', 'noBase'),
    row('地区生产总值增长6%', '地区生产总值完成91亿元', 'undecidable', 'otherPrices', '地区生产总值完成80亿元。'),
    row(`${fiscal}增长8%`, `按可比口径，${fiscal}完成4.3亿元`, 'undecidable', 'otherPrices', `${fiscal}完成3.8亿元。`),
    row(`${fiscal}增长4%`, `${fiscal}由4050万元增加到4230万元`, 'reached', 'computed'),
    row(`${fiscal}增长5%`, `${fiscal}由4050万元增加到4230万元`, 'missed', 'computed'),
    row(`${fiscal}增长4%`, `${fiscal}完成4230万元，比上年增加180万元`, 'reached', 'computed'),
    row(`${fiscal}增长4.5%`, `${fiscal}完成4230万元，比上年增加180万元`, 'missed', 'computed'),
    row('地区生产总值增长4%', '地区生产总值完成91亿元，比上年增加9亿元', 'undecidable', 'otherPrices'),
    // two values for one year that would decide differently
    row(`${fiscal}增长4%`, `${fiscal}由4050万元增加到4230万元`, 'undecidable', 'coarse', `${fiscal}完成4150万元。`),
    // an amount as a target, and only a rate is told
    row(`${fiscal}达到4亿元`, `${fiscal}增长8.3%`, 'undecidable', 'noBase'),
    row('粮食产量达到3.2亿斤', '粮食产量达到17万吨', 'reached'), // 3.4亿斤
    row('实际利用外资达到300万美元', '实际利用外资达到2100万元', 'undecidable', 'otherUnit'),
    // of several years
    row('地区生产总值增长6%', '“十四五”期间，地区生产总值年均增长7%', 'undecidable', 'span'),
    row('城镇新增就业2000人', '五年来，城镇新增就业9800人', 'undecidable', 'span'),
    // nobody says
    row('地区生产总值增长6%', '', 'unmentioned'),
    row('地区生产总值增长6%', '青石村地区生产总值增长7%', 'unmentioned'), // of a village
    row('地区生产总值增长6%', '上半年地区生产总值增长7%', 'unmentioned'),
    // of two results the one that decides
    row('地区生产总值增长6.2%', '地区生产总值增长6%；地区生产总值增长6.3%', 'reached'),
    // two incomes under one target
    row('城乡居民人均可支配收入增长7%', '城镇居民人均可支配收入增长7.2%、农村居民人均可支配收入增长8.1%', 'reached'),
    row('城乡居民人均可支配收入增长7%', '城镇居民人均可支配收入增长6.2%、农村居民人均可支配收入增长8.1%', 'missed'),
    row('城乡居民人均可支配收入增长7%', '农村居民人均可支配收入增长8.1%', 'undecidable', 'noBase'),
  ])('$target · $result: $verdict $remark', ({ target, result, verdict, remark = '', before = '' }) => {
    const { accounts } = account({ target, result, before })
    expect(accounts.map((one) => [one.verdict, one.remark])).toEqual([[verdict, remark]])
  })

  const [urban, rural] = ['城镇居民人均可支配收入', '农村居民人均可支配收入']
  test.each([
    [`${urban}和${rural}分别增长8.5%和10%`, ['增长8.5%', '增长10%']],
    [`${urban}、${rural}分别增长8.5%以上、10%以上`, ['增长8.5%以上', '增长10%以上']],
    ['城镇和农村居民人均可支配收入分别增长8.5%和10%', ['增长8.5%', '增长10%']],
    [`地区生产总值、${fiscal}、固定资产投资分别增长6%、7%和8%`, ['增长6%', '增长7%', '增长8%']],
    [`${urban}增长8.5%，${rural}增长10%`, ['增长8.5%', '增长10%']],
    [`${fiscal}达到4.2亿元、增长8%`, ['达到4.2亿元、增长8%']], // both are its own
    ['粮食产量稳定在1.2-1.3万吨', ['稳定在1.2-1.3万吨']],
  ])('%s: each target shows its own number alone', (target, shown) => {
    const { accounts } = account({ target, result: '' })
    expect(accounts.map((one) => shortFigure(one.target.printed))).toEqual(shown)
  })

  test('of results listed together each shows its own numbers', () => {
    const result = `${urban}和${rural}分别达到3.1万元和1.9万元，增长8.2%和9.6%`
    const { accounts } = account({ target: `${urban}和${rural}分别增长8%和10%`, result })
    expect(accounts.map((one) => shortFigure(one.result?.printed ?? ''))).toEqual([
      '达到3.1万元，增长8.2%',
      '达到1.9万元，增长9.6%',
    ])
  })

  test('says where both stand', () => {
    const { own, last, accounts } = account({
      target: '地区生产总值增长6%以上',
      result: '地区生产总值达到91亿元，增长6.4%',
    })
    const [one] = accounts
    expect(one?.indicator).toBe('地区生产总值')
    expect(one?.target.printed).toBe('地区生产总值增长6%以上')
    expect(last.text.slice(one?.target.span?.start, one?.target.span?.end)).toBe('地区生产总值增长6%以上')
    expect(own.text.slice(one?.result?.span?.start, one?.result?.span?.end)).toContain('增长6.4%')
    expect(one?.mentioned.length).toBe(1)
  })

  test('no growth is computed across a break of the series', () => {
    const income = '农村居民人均纯收入'
    const computed = (year: number): string | undefined => {
      const last = sideOf(year, { targets: `${income}增长8%。`, review: `${income}达到8000元。` })
      const own = sideOf(year + 1, { review: `${income}达到9000元。` })
      return accountForTargets({ last, own, ledger: none })[0]?.remark
    }
    expect([2011, 2012, 2013].map(computed)).toEqual(['computed', 'computed', 'noBase'])
  })

  test('what names no indicator of its own is no target', () => {
    expect(account({ target: '坚持三个原则，地区生产总值增长6%', result: '' }).accounts).toHaveLength(1)
  })

  test.each([
    [`${fiscal}增长4%`, `${fiscal}完成4230万元`, fiscal, 'reached', 'computed'],
    [`${fiscal}增长5%`, '', fiscal, 'missed', 'computed'],
    ['地区生产总值增长4%', '', '地区生产总值', 'undecidable', 'otherPrices'],
  ])('growth is computed from the values of the ledger: %s · %s', (target, result, indicator, verdict, remark) => {
    const of = (year: number, value: string): LedgerEdit => ({
      edit: 'set',
      ...{ indicator, year, period: 'year', kind: 'result', content: { value, unit: '万元' } },
    })
    const { accounts } = account({ target, result }, [of(2024, '4050'), of(2025, '4230')])
    expect(accounts[0]).toMatchObject({ verdict, remark })
  })

  const cell = { indicator: '用电量', year: 2025, period: 'year' } as const
  test('the ledger adds targets and results that no text has', () => {
    const edits: LedgerEdit[] = [
      { edit: 'set', ...cell, kind: 'target', content: { growth: '8', bound: '>=' } },
      { edit: 'set', ...cell, kind: 'result', content: { value: '12.4', unit: '亿千瓦时', growth: '8.6' } },
    ]
    const { accounts } = account({ target: '地区生产总值增长6%', result: '' }, edits)
    expect(accounts.map(({ indicator, verdict }) => [indicator, verdict])).toEqual([
      ['地区生产总值', 'unmentioned'],
      ['用电量', 'reached'],
    ])
    expect(accounts[1]).toMatchObject({
      target: { printed: '8%以上', span: null },
      result: { printed: '12.4亿千瓦时、8.6%' },
    })
  })

  test('突破12亿元 of the ledger is a bound of the amount, not of its growth', () => {
    const content = { value: '12', unit: '亿千瓦时', growth: '6.2', bound: '>=' } as const
    const { accounts } = account({ target: '', result: '' }, [{ edit: 'set', ...cell, kind: 'target', content }])
    expect(accounts[0]?.target.printed).toBe('12亿千瓦时以上、6.2%')
  })

  test('the ledger decides where the text leaves it open; an awaited cell says nothing', () => {
    const gdp = { ...cell, indicator: '地区生产总值', kind: 'result' } as const
    const open = { target: '地区生产总值增长6.2%', result: '地区生产总值增长6%' }
    const decided = account(open, [{ edit: 'set', ...gdp, content: { growth: '6.04' } }])
    expect(decided.accounts[0]).toMatchObject({ verdict: 'missed', result: { printed: '6.04%', span: null } })
    const awaited = account(open, [{ edit: 'set', ...gdp, content: {} }])
    expect(awaited.accounts[0]?.verdict).toBe('undecidable')
    expect(awaited.accounts[0]?.result?.printed).toContain('增长6%')
  })
})
