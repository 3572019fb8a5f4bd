// `node scripts/ledger-pairs.mjs [FOLDER]`: reads all consecutive reports of one place in a folder (names end in
// _PLACE_YEAR.txt) and rewrites the tables of docs/ledger-pairs.md. Figures and years of published reports, no sentences.
import { readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { root } from './lib/root.mjs'
import { setUp } from './set-up.mjs'

setUp(fileURLToPath(import.meta.url))
const { growthAgreement, impliedBefore, printedRange, valuesOf } = await import('../shared/ledger/conflicts.ts')
const { readLedgerReport, cellKey } = await import('../shared/ledger/read-report.ts')
const { createCheckCache } = await import('../shared/checks/check-cache.ts')
const { parseDecimal } = await import('../shared/numbers/decimal.ts')
const { formatInterval, quotient, scale, shift } = await import('../shared/numbers/interval.ts')

const folder = resolve(process.argv[2] ?? join(root, '..', 'shared', 'reports', 'dev'))
if (!existsSync(folder)) {
  console.error(`没有找到“${folder}”。`)
  process.exit(2)
}
const indicators = JSON.parse(readFileSync(join(root, 'templates', 'indicators.json'), 'utf8'))

const reasons = {
  comparablePrices: '可比价增速',
  newSeries: '统计改革或普查换新序列',
  scope: '名称或口径不同',
  estimate: '上年为预计数',
  revised: '基数修订',
  check: '待核对',
}

const pairs = consecutivePairs().map(readPair)
if (pairs.length === 0) {
  console.error(`“${folder}”里没有同一地方相连两年的报告，docs/ledger-pairs.md 没有改动。`)
  process.exit(2)
}
const doc = join(root, 'docs', 'ledger-pairs.md')
const parts = { pairs: pairTable(), exceptions: exceptionTable() }
const written = Object.entries(parts).reduce(
  (text, [name, table]) =>
    text.replace(
      new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`),
      (_, open, close) => `${open}\n${table}\n\n${close}`,
    ),
  readFileSync(doc, 'utf8'),
)
writeFileSync(doc, written)
console.log(parts.pairs.split('\n').at(-1))

function consecutivePairs() {
  const cache = createCheckCache()
  const reports = readdirSync(folder)
    .flatMap((file) => {
      const [, place, year] = /_([^_]+)_(\d{4})\.txt$/.exec(file) ?? []
      return place === undefined ? [] : [{ file, place, year: Number(year) }]
    })
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.year - b.year))
  const read = ({ file, ...named }) => {
    const text = readFileSync(join(folder, file), 'utf8')
    return { ...named, reading: readLedgerReport({ file, text, year: null, place: null }, indicators, cache) }
  }
  return reports.flatMap((one, index) => {
    const next = reports[index + 1]
    return next?.place === one.place && next.year === one.year + 1 ? [[read(one), read(next)]] : []
  })
}

function readPair([first, later]) {
  const year = later.year - 1
  const before = new Map(first.reading.proposals.map((proposal) => [cellKey(proposal.cell), proposal]))
  const found = later.reading.proposals
    .filter(({ cell, known }) => known && cell.kind === 'result' && cell.period === 'year' && cell.year === year)
    .flatMap((proposal) => {
      const prior = before.get(cellKey({ ...proposal.cell, year: year - 1 }))
      return prior ? [{ prior, proposal, verdict: growthAgreement(prior, proposal, indicators) }] : []
    })
  return {
    place: later.place,
    years: [first.year, later.year],
    readYears: [first.reading.year, later.reading.year],
    found,
  }
}

function pairTable() {
  const rows = pairs.map(({ place, years, readYears, found }) => {
    const wrong = years.some((year, index) => year !== readYears[index]) ? '（年份未读出）' : ''
    return [`${place} ${years.join('–')}${wrong}`, ...countsOf(found)]
  })
  const total = ['合计', ...countsOf(pairs.flatMap(({ found }) => found))]
  return tableOf(
    [
      '地方、报告年份',
      '两年都有的指标',
      '其中主要指标',
      '两年都有数值',
      '增速可核',
      '相符',
      '位数太少',
      ...Object.values(reasons),
    ],
    [...rows, total],
  )
}

function countsOf(found) {
  const judged = found.filter(({ verdict }) => verdict !== 'incomparable')
  const count = (verdict) => judged.filter((one) => one.verdict === verdict).length
  return [
    found.length,
    found.filter(({ proposal }) => proposal.headline).length,
    found.filter(({ prior, proposal }) => prior.content.value !== null && proposal.content.value !== null).length,
    judged.length,
    count('agrees'),
    count('coarse'),
    ...Object.keys(reasons).map(count),
  ]
}

function exceptionTable() {
  const rows = pairs.flatMap(({ place, years, found }) =>
    found
      .filter(({ verdict }) => verdict in reasons)
      .map(({ prior, proposal, verdict }) => [
        `${place} ${years.join('–')}`,
        proposal.cell.indicator,
        amount(prior),
        amount(proposal),
        printed(proposal),
        impliedGrowth(prior, proposal),
        reasons[verdict],
      ]),
  )
  return tableOf(['地方、报告年份', '指标', '上年报告', '本年报告', '所写增速', '按两年数值推算', '原因'], rows)
}

function amount({ content: { value, unit } }) {
  return `${value}${unit}`
}

function printed({ content: { growth, growthUnit, unit } }) {
  return `${growth}${growthUnit === 'value' ? unit : growthUnit}`
}

/** In per cent; where the growth is a difference, the value that it leaves for the year before. */
function impliedGrowth(prior, { content }) {
  if (content.growthUnit !== '%') return `上年 ${printedRange(impliedBefore(content), content)}${content.unit}`
  const ratio = quotient(valuesOf({ ...content, bound: '' }), valuesOf({ ...prior.content, bound: '' }))
  return `${formatInterval(scale(shift(ratio, parseDecimal('-1')), parseDecimal('100')), 1)}%`
}

function tableOf(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
