import { sameDimension, baseIntervalOf, below } from '../numbers/interval.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { Pledge, PledgeAccount, PledgeState, TextSpan } from './accounts.ts'
import { readPledges } from './read-pledges.ts'
import type { ReadSide } from './read-side.ts'
import { readSegments, type Segment } from './segments.ts'
import { weighWords, type CommonRun, type Weights } from './weigh-words.ts'

/** Each promise of last year's plan, and the sentence of this year's report that tells what became of it. */
export function accountForPledges(last: ReadSide, own: ReadSide, pledges = readPledges(last)): PledgeAccount[] {
  const segments = readSegments(own).filter(({ section }) => section !== 'annex' && section !== 'opening')
  const weights = weighWords([...readSegments(last), ...segments].map(({ text }) => text))
  const index = weights.index(segments.map(({ text }) => text))
  return pledges.map((pledge) => accountFor(pledge, { last, own, segments, weights, index }))
}

interface Circumstances {
  last: ReadSide
  own: ReadSide
  segments: readonly Segment[]
  weights: Weights
  index: ReturnType<Weights['index']>
}

/**
 * A sentence accounts for a promise when it has this much of the weight of the promise's name, and a run of characters that is
 * rare enough not to stand there by chance. Measured on pairs of reports of the same place (docs/carry-over.md).
 */
const likely = 0.62
/** 青石河大桥建设项目 is told of as 青石河大桥重建工程: less will do where the run is long and rare. */
const likelyByRun = 0.5
/** In the plan of this year the same name is a matter that goes on; a figure to be reached again is a new promise. */
const likelyInPlan = 0.7

interface Match {
  object: string
  segment: Segment
  likeness: number
  /** The longest common run, in the segment. */
  from: number
  at: number
}

function accountFor(pledge: Pledge, circumstances: Circumstances): PledgeAccount {
  const matches = pledge.objects.map((object) => findMatch(object, pledge, circumstances))
  const found = matches.filter((match) => match !== undefined)
  const best = found.sort((a, b) => b.likeness - a.likeness)[0]
  if (!best) return { pledge, state: 'unmentioned', span: null, said: null, likeness: 0 }
  const judged = found.map((match) => ({ match, ...judge(pledge, match, circumstances) }))
  const states = new Set(judged.map(({ state }) => state))
  const missing = found.length < pledge.objects.length && pledge.form === 'sentence'
  const state =
    states.has('partly') || (missing && states.has('done')) ? 'partly' : states.has('mentioned') ? 'mentioned' : 'done'
  const shown = judged.find((one) => one.state === state) ?? judged[0]
  const { segment, likeness } = shown?.match ?? best
  return {
    pledge,
    state,
    span: { start: segment.start, end: segment.end },
    said: shown?.said ?? null,
    likeness,
  }
}

function findMatch(object: string, pledge: Pledge, circumstances: Circumstances): Match | undefined {
  const { segments, weights, index } = circumstances
  let best: Match | undefined
  for (const [number, likeness] of weights.likest(object, index)) {
    const segment = segments[number]
    if (!segment) continue
    const ahead = isAhead(segment)
    if (ahead && pledge.figures.length > 0) continue
    const run = weights.commonRun(object, segment.text)
    if (!run || likeness < needed(ahead, run, pledge) || namesAnother(object, run, segment.text)) continue
    const shared = pledge.figures.some((figure) => segment.text.includes(figure)) ? 0.1 : 0
    const score = likeness + shared - (ahead ? 0.3 : 0)
    if (!best || score > best.likeness) best = { object, segment, likeness: score, from: run.start, at: run.end }
  }
  if (!best && object.length <= longestWord) return findCounted(object, pledge, circumstances)
  return best && { ...best, likeness: Math.min(1, Math.max(0, best.likeness)) }
}

/** What a name may go on to and be another thing: 津石高速 is not its 检查站, 规上企业 not their 研发经费. */
const another = /^(?:(?:检查|警务|收费)站|服务区|[^，。；、\s]{0,4}连接线|局|研发|办公室|指挥部|领导小组|管委会)/

/** 瀑河景观带 and 漕河景观带 differ by the one character that names them. */
function namesAnother(object: string, run: CommonRun, text: string): boolean {
  const shared = text.slice(run.start, run.end)
  const at = object.indexOf(shared)
  const goesOn = another.exec(text.slice(run.end))?.[0]
  if (goesOn !== undefined && !object.slice(at + shared.length).startsWith(goesOn)) return true
  const before = text.charAt(run.start - 1)
  return at === 1 && /\p{Script=Han}/u.test(before) && !/[的了和与及在对将把为是新县市镇区乡村]/.test(before)
}

/** A word as short as 危桥 stands in many sentences: it counts where a figure in the unit of the promise stands beside it. */
const longestWord = 3

function findCounted(object: string, pledge: Pledge, { segments, last, own }: Circumstances): Match | undefined {
  const asked = amountsIn(last, pledge.span)
  for (const segment of segments) {
    if (isAhead(segment)) continue
    for (let from = segment.text.indexOf(object); from >= 0; from = segment.text.indexOf(object, from + 1)) {
      const match = { object, segment, likeness: 1, from, at: from + object.length }
      const told = amountBeside(match, own)
      if (told && asked.some((one) => one.unit === told.unit && one.kind === told.kind)) return match
    }
  }
  return undefined
}

/** 新增专精特新企业30家 names a kind, not a thing: of such a name all of it must be there. */
function needed(ahead: boolean, run: CommonRun, { figures }: Pledge): number {
  const long = run.rare && run.end - run.start >= 4
  if (ahead) return long ? likelyInPlan : 1
  return long && figures.length === 0 ? likelyByRun : likely
}

function isAhead({ section }: Segment): boolean {
  return section === 'guidance' || section === 'targets' || section === 'tasks' || section === 'self-building'
}

const finished =
  /建成|竣工|完工|投用|投入(?:使用|运营|运行)|投运|通车|投产|达产|启用|落成|交付|开业|开园|开馆|运营|通水|供水|并网|(?:全面|圆满|顺利|超额|全部|如期|提前)?完成(?!率)|落地|获批|通过验收|实现|创建成功|成功创建|获评|入选/g
const under =
  /主体(?:工程|结构)?(?:已|全部|基本)?(?:完工|封顶|建成|竣工|完成)|(?:基本|部分|即将|正在|加快|加紧|抓紧|全力)(?:完成|建成|完工|竣工|建设|推进|施工)|(?:有序|加快|稳步|加速|扎实|顺利|积极|强力|全力|持续|深入|同步)(?:推进|实施|进行|建设)|进展顺利|即将|正在|在建|前期(?:工作|手续)?|接近尾声|可研|立项|(?:工程|建设)进度/g
const begun = /开工|动工|启动|奠基|破土/g

interface Judged {
  state: PledgeState
  said: TextSpan | null
}

function judge(pledge: Pledge, match: Match, { last, own }: Circumstances): Judged {
  const { segment } = match
  if (isAhead(segment)) return { state: 'partly', said: null }
  const word = nearestWord(match, clauseOf(pledge, match.object))
  const said = word ? { start: segment.start + word.start, end: segment.start + word.end } : null
  const amount = compareAmounts(pledge, match, last, own)
  if (amount) return { state: amount === 'enough' ? 'done' : 'partly', said }
  return { state: word?.state ?? 'mentioned', said }
}

/** The clause of the promise that names the object. */
function clauseOf({ words }: Pledge, object: string): string {
  return words.split(/[，,；;。]/).find((clause) => clause.includes(object)) ?? words
}

/** 确保开工: a beginning is all that was promised. */
function promisesBeginning(clause: string): boolean {
  return /开工|启动|动工|奠基|前期|谋划/.test(clause) && !/竣工|完工|建成|投产|投用|通车|投入使用/.test(clause)
}

/** 力争主体完工: the frame of a building is all that was promised. */
function promisesFrame(clause: string): boolean {
  return /主体(?:工程|结构)?(?:完工|封顶|建成|竣工)/.test(clause)
}

interface StateWord extends TextSpan {
  state: PledgeState
}

/** The first word behind the name that says how far it is, in its clause or at the head of the next; else the last one before it. */
function nearestWord({ segment: { text }, from, at }: Match, clause: string): StateWord | undefined {
  const beginning = promisesBeginning(clause) ? 'done' : 'partly'
  const frame = promisesFrame(clause)
  const words = [
    ...wordsIn(text, under, beginning).map((word) =>
      frame && text.startsWith('主体', word.start) ? { ...word, state: 'done' as const } : word,
    ),
    ...wordsIn(text, begun, beginning),
    ...wordsIn(text, finished, 'done'),
  ].filter((word, index, all) => !all.slice(0, index).some((one) => one.start < word.end && word.start < one.end))
  const behind = words
    .filter(
      ({ start }) =>
        start >= at && /^[^，,。；;]*(?:[，,](?:已|均|全部|全面|基本|顺利|提前|如期)*)?$/.test(text.slice(at, start)),
    )
    .sort((a, b) => a.start - b.start)
  const before = words.filter(({ end }) => end <= from && !/[，,。；;]/.test(text.slice(end, from)))
  return behind[0] ?? before.sort((a, b) => b.start - a.start)[0]
}

function wordsIn(text: string, pattern: RegExp, state: PledgeState): StateWord[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    state,
  }))
}

/**
 * 18公里 were promised, 12公里 are told of. The figure told is the one beside the name, the one promised the only one of its
 * unit; anything else says nothing.
 */
function compareAmounts(pledge: Pledge, match: Match, last: ReadSide, own: ReadSide): 'enough' | 'less' | undefined {
  const told = amountBeside(match, own)
  if (!told) return undefined
  const asked = amountsIn(last, pledge.span).filter((one) => sameDimension(one, told) && one.kind === told.kind)
  const [promise] = asked
  if (!promise || asked.length > 1) return undefined
  // 新增30家 was promised; 达到320家 is how many there are.
  const lead = own.text.slice(match.segment.start + Math.max(0, match.from - nearest), told.start)
  if (/新增|新建|培育|创建/.test(pledge.words) && /累计|达|总量|总数|共有|拥有/.test(lead)) return undefined
  return below(baseIntervalOf(told), baseIntervalOf({ ...promise, qualifier: '' })) ? 'less' : 'enough'
}

/** 农村公路18.6公里, 18.6公里农村公路: at most a few characters between them. */
function amountBeside({ segment, at, from }: Match, own: ReadSide): Quantity | undefined {
  const [start, end] = [segment.start + from, segment.start + at]
  const amounts = amountsIn(own, segment)
  const isNear = (a: number, b: number): boolean => b - a <= nearest && !/[，,；;、]/.test(own.text.slice(a, b))
  return (
    amounts.find((one) => one.start >= end && isNear(end, one.start)) ??
    amounts.findLast((one) => one.end <= start && isNear(one.end, start))
  )
}

const nearest = 8

function amountsIn({ quantities }: ReadSide, { start, end }: TextSpan): Quantity[] {
  return quantities.filter(
    (one) => one.start >= start && one.end <= end && !['date', 'listcount', 'duration', 'pct'].includes(one.kind),
  )
}
