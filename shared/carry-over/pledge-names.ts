/** What a promise promises, by name: 青石河大桥, 穗南中学教学楼. Pure words; nothing here knows a report. */

/** The short ones are parts of names too (供水管网): they count at the end of a clause. */
export const ends =
  '建成投用|建成投产|建成运营|建成通车|建成使用|投入使用|投入运营|投入运行|竣工投产|竣工投用|竣工验收|竣工通车|通车运营|开工建设|落地开工|主体完工|主体封顶|正式运营|全面建成|全面完成|全面竣工|全面投用|建成|竣工|完工|投产|投用|投运|通车|达产|启用|开工|动工|开园|开业|开馆|(?:运营|通水|供水|供暖|并网|交付|落地|见效)(?=$|[，,。；;、并])'
export const deadlines =
  '年内|年底前|年底|年末前|今年底|年前|(?:今年)?(?:上|下)半年|[一二三四]季度末?前?|\\d{1,2}月(?:底|末|份)?(?:前|之前)?|[“"]?[五七十]一?[”"]?前'
export const will = `确保|力争|争取|务必|保证|${deadlines}`

/** 将, 加快推进, 高标准: what stands before a name and is no part of it. */
const leads = new RegExp(
  `^(?:${will}|${listMarks()}|今年|全年|要|将|把|再|全力|全面|加快|推动|推进|促进|抓好|抓紧|加速|大力|积极|继续|着力|切实|高标准(?!农田)|高质量|高水平|高效率|实现|做好|支持|扎实|统筹|重点|按期|如期|顺利|稳步|有序|尽快|尽早|实施|开展|启动|完成|建成|新建|改建|扩建|建设|改造提升|改造|提升改造|打造|新增|创建|谋划|和|及|持续|深化|不断|进一步|计划|新开工的?|[，,\\s])+`,
)
const tails = new RegExp(
  `(?:${will}|全部|全面|全线|主体|基本|正式|顺利|如期|按期|实现|达到|早日|尽快|尽早|要|将|建设进度|推进速度|施工进度|进度|(?:各项)?前期(?:准备)?工作|建设|改造任务|等|的|和|及|与)+$`,
)
const figure =
  '\\d+(?:\\.\\d+)?[万亿余多]*(?:公里|千米|米|亩|个|座|条|处|家|户|套|人次|人|名|所|张|台|盏|眼|项|件|亿?元|吨|平方米|平方公里|辆|间|对|枚|根|株|棵|[%％])(?:以上|左右|以内)?'

function listMarks(): string {
  return '[一二三四五六七八九十]{1,3}(?:是|要)'
}

/** The names in 青石河大桥、穗南中学等3个项目. */
export function namesIn(words: string): string[] {
  return words
    .replace(/等(?=[^、]{0,16}$).*$/, '')
    .split(/、|(?<=\p{Script=Han}{3})[和及与](?=\p{Script=Han}{3})/u)
    .map(nameOf)
    .filter(isName)
    .slice(0, 8)
}

export function nameOf(words: string): string {
  return words
    .trim()
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(leads, '')
    .replace(new RegExp(`^(?:总投资|全长|长)?(?:${figure})+的?`), '')
    .replace(leads, '')
    .replace(new RegExp(`(?:总长|全长|达到?|到|不低于|不少于|超过)?(?:${figure}).*$`), '')
    .replace(tails, '')
}

/** A name is long enough to be found again, is no clause of its own, and says more than the kind of thing it is. */
export function isName(name: string): boolean {
  if (name.length < 4 && !(name.length === 3 && /[路街桥村园馆站厂校院楼库渠河湖广场]$/.test(name))) return false
  return name.length <= 40 && !purpose.test(name) && !vague.test(name) && !endless.test(name)
}

/** 倒排工期, 提升全县办学水平: how and what for, not what. */
const purpose =
  /^(?:坚持|主动|努力|倒排|依法|按照?|最大|补齐|做好|营造|形成|提升|提高|缓解|畅通|完善|增强|保障|满足|有效|方便|便捷|改善|让|更|彻底|争做|以|在|为|对|从|加强|强化|优化|健全|落实|严格|抢抓|围绕|聚焦|解决|规范|推动|巩固|守住|守牢|杜绝|防止|降低|缩短|压缩|早)/
const vague =
  /^(?:重点|重大|一批|各类|各项|相关|其他|新|主要|年度|全部|全年|所有|该|上述|待建|在建|续建|签约|部分|省市|上级|下达|已|前期|财政|财税|税收|收入|目标|计划|工作|年|县|市|省|全县|全市|全镇|全区)*(?:项目|工程|任务|工作|目标|企业|改革|建设|投资|进度|时间|质量|实事|民生实事|民生工程|基础设施|产业|征地拆迁|整改|问题|经济|增长|收入|收官)+(?:建设|任务)?$/
/** What goes on for ever, and clauses that a comma has cut. */
const endless =
  /圆满收官|小康社会|贷款余额|决策部署|(?:推进|发展|具备|达到|条件|加快|安全|质量|落实|判断力|领悟力|执行力|公信力)$/
