import type { TrimmedLine } from './line-structure.ts'
import type { SectionKind } from './schema.ts'

/**
 * Which section the words of a heading or a paragraph announce. All texts are in simplified characters.
 * Reports print two to four chapters; 问题, 指导思想 and 主要目标 stand inside them and are known by their wording.
 */

/** Kind of a chapter by its heading. `planned`: a chapter before it already looked ahead. */
export function readChapterKind(heading: string, planned: boolean): SectionKind | undefined {
  const text = heading.replace(/[\s\u3000]+/g, '')
  if (isAnnexHeading(text)) return 'annex'
  if (/^(?:结束语|结语|尾声)$/.test(text)) return 'closing'
  if (selfBuilding.test(text) && !/回顾/.test(text)) return 'self-building'
  if (/^(?:.{0,8}存在)?(?:的|主要)*(?:困难|问题|不足)(?:和|与|、)?(?:困难|问题|不足|差距)?$/.test(text))
    return 'problems'
  if (/回顾|总结|完成情况|工作情况|发展成就|主要成绩|取得的?成[绩就]|工作概况/.test(text)) return 'review'
  if (/^(?:.{0,12}(?:的|年))?(?:指导思想|总体要求|总体思路|工作思路|总要求)$/.test(text)) return 'guidance'
  if (/^(?:.{0,16}(?:的|年|展))?(?:主要|预期|奋斗|总体|主要预期)目标$/.test(text)) return 'targets'
  if (planWords.test(text)) return 'tasks'
  if (planned) return undefined
  if (/取得|成效|成果|成就|进展|显著|回望|进一步(?:提高|改观|弘扬|繁荣|美化|提升|增强|改善)/.test(text)) return 'review'
  return /奋力|谱写|全力|开好局|加快推进|努力/.test(text) ? 'tasks' : undefined
}

const selfBuilding =
  /政府自身|政府建设|服务(?:型)?政府|人民满意的?.{0,12}政府|(?:法治|廉洁|效能|清廉|数字)型?政府|作风(?:转变|建设)|转作风|政风|政府.{0,4}(?:执行力|公信力)|从严治政|政府(?:现代化)?治理|行政能力建设|工作氛围和政治环境/

const planWords =
  /安排|计划|打算|任务|部署|重点工作|主要工作$|主要工作[？?]?$|工作重点|工作思路|工作目标|目标和措施|总体要求|总体思路|主要考虑|今后|未来|今年.{0,6}工作|新一年|战略|规划|建议|措施|举措|目标/

/** Kind that a paragraph without heading opens, while `section` is open. */
export function readParagraphKind(
  { text: line, isAnnexHeading }: TrimmedLine,
  section: SectionKind | null,
): SectionKind | undefined {
  const head = line.slice(0, 160)
  if (section !== 'annex' && isAnnexHeading) return 'annex'
  if (section === 'review' || section === null || section === 'opening') {
    if (turnsToProblems(line)) return 'problems'
  }
  if (section === 'opening' || section === 'self-building' || section === 'closing' || section === 'annex')
    return undefined
  if (announcesTargets(head)) return 'targets'
  if (section !== 'targets' && announcesGuidance(head)) return 'guidance'
  if ((section === 'guidance' || section === 'targets') && announcesTasks(line)) return 'tasks'
  return undefined
}

/** 「我们也清醒地看到，还存在不少困难和问题」: the turn stands near the head of its paragraph, the shortages follow. */
function turnsToProblems(line: string): boolean {
  const head = line.slice(0, 130).replace(/(?:困难|问题)(?:群众|家庭|职工|企业|学生|老人|党员|整改|导向|线索)/g, '')
  const turn = soberWords.exec(head)
  if (turn && turn.index <= 70 && shortages.test(head.slice(turn.index))) return true
  return listsShortages(line)
}

const soberWords =
  /清醒|清楚地|深知|不容忽视|正视|(?:也|还|要|地|应)看到|认识到|(?:还|仍|也)?(?:存在|面临)(?:着)?(?:一些|不少|许多|诸多|很多|前所未有)/
const shortages = /困难|问题|不足|差距|短板|弱项|挑战|矛盾|制约|隐患|薄弱/

/** A paragraph that only lists what is lacking: at least four kinds of shortage, and the will to face them. */
function listsShortages(line: string): boolean {
  const kinds = new Set(
    line.match(/困难|问题|不足|差距|短板|薄弱|不够|不强|不高|不优|欠账|制约|压力|不平衡|不充分|隐患/g),
  )
  return (
    kinds.size >= 4 &&
    /直面|正视|加以解决|(?:切实|认真|着力|努力|逐步)(?:加以)?(?:解决|改进)|高度重视|不容忽视/.test(line)
  )
}

export function announcesTargets(head: string): boolean {
  return /(?:主要|预期|奋斗|总体|工作|发展|任务|约束性|具体)+(?:目标|指标)(?:任务)?(?:建议|安排|初步安排)?(?:是|为|：|:|如下|有|确定为)|主要预期目标|预期目标/.test(
    head,
  )
}

export function announcesGuidance(head: string): boolean {
  return /(?:指导思想|总体要求|总的要求|总体思路|总的思路|基本思路|工作思路|总要求|总体工作思路|发展思路)(?:和(?:主要)?目标)?(?:是|为|：|:)/.test(
    head,
  )
}

/** 「重点抓好以下八个方面工作」, 「围绕上述目标，着力做好」. */
function announcesTasks(line: string): boolean {
  return (
    line.length <= 160 &&
    /(?:以下|下列|下面|[一二三四五六七八九十\d]+个?(?:方面|项|件)).{0,12}(?:工作|方面|任务|大事|实事|文章|突破|坚持|行动)|(?:突出|抓好|做好|做到|实施|办好|聚焦|推进).{0,8}(?:以下|[一二三四五六七八九十]+(?:个|项|件|大))|实现上述目标|完成上述/.test(
      line,
    )
  )
}

/** More characters than a heading of an annex has, blanks not counted. */
const longerThanAnnexHeading = /^\s*(?:\S\s*){37}/

/** Every heading of an annex has one of these; most lines have none and need not be looked at closer. */
const annexWords = /[附释明]/

export function isAnnexHeading(text: string): boolean {
  return (
    annexWords.test(text) &&
    !longerThanAnnexHeading.test(text) &&
    /^[※*（(【—-]*(?:(?:附件|附录|附表)[\d一二三四五六七八九十]{0,2}(?:[：:][^。；]{0,40})?|附[：:]|.{0,24}(?:名词|名称|用语|术语)(?:解释|注释|说明)|注释[：:]?)[※*）)】—-]*$/.test(
      text.replace(/[\s\u3000]+/g, ''),
    )
  )
}

/** 「让我们紧密团结在……而努力奋斗！」. */
export function callsToClose(line: string): boolean {
  return /让我们|而(?:努力|不懈|团结|共同)奋斗|奋勇前进|谢谢大家|努力奋斗[！!。]|不懈奋斗[！!。]|做出.{0,10}贡献[！!]$|让.{1,8}在.{2,30}领导下/.test(
    line,
  )
}

/** The sentence in which the office asks the meeting to examine the report. */
export function opensSpeech(line: string): boolean {
  return /^(?:各位代表[，,！!：:])?.{0,12}(?:我代表|受.{2,30}委托|我受.{2,30}委托|我向大会|向大会(?:作|报告))/.test(
    line,
  )
}

/** How far a paragraph looks ahead: positive for plans, negative for what has been done. */
export function readTense(line: string): number {
  const head = line.slice(0, 400)
  const ahead =
    head.match(
      /力争|确保|计划|预期|要(?:坚持|着力|加快|深入|继续|进一步|全面|大力|切实)|将(?!军|来)|打算|必须|目标|新的一年/g,
    )?.length ?? 0
  const done =
    head.match(/完成了?|实现了|达到了?|取得了?|同比|比上年|增长了|荣获|新增|竣工|被评为|圆满|一年来|过去/g)?.length ?? 0
  return ahead - done
}
