import { describe, expect, test } from 'vitest'
import { languages, namespaces, sentences } from '../../shared/locales/locales.ts'

/** Key → sentence; plural forms of one key (`_one`, `_other`) count as one, since Chinese has none. */
function flatten(value: unknown, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  if (typeof value === 'string') return found.set(path.replace(/_(one|other)$/, ''), value)
  for (const [name, child] of Object.entries(value as Record<string, unknown>)) {
    for (const [key, sentence] of flatten(child, path === '' ? name : `${path}.${name}`)) found.set(key, sentence)
  }
  return found
}

const placeholders = (sentence: string): string[] => (sentence.match(/\{\{\w+\}\}/g) ?? []).sort()

describe.each(namespaces)('%s', (namespace) => {
  const simplified = flatten(sentences['zh-CN'][namespace])

  test.each(languages)('%s has every key and no other', (language) => {
    const own = flatten(sentences[language][namespace])
    expect([...own.keys()].sort()).toEqual([...simplified.keys()].sort())
  })

  test.each(languages)('%s: nothing is empty, and the same values are put in', (language) => {
    for (const [key, sentence] of flatten(sentences[language][namespace])) {
      expect(sentence, key).not.toBe('')
      const missing = placeholders(sentence).filter((name) => !placeholders(simplified.get(key) ?? '').includes(name))
      expect(missing, `${key} puts in what nobody hands over`).toEqual([])
    }
  })
})

describe('tone', () => {
  const chinese = namespaces.flatMap((namespace) =>
    (['zh-CN', 'zh-TW'] as const).flatMap((language) => [...flatten(sentences[language][namespace]).entries()]),
  )

  test('nobody is addressed as 您, nothing is shouted, no code is shown', () => {
    expect(chinese.filter(([, sentence]) => /您|亲[，,]|[!！]|操作成功|错误码|錯誤碼/.test(sentence))).toEqual([])
  })

  test('traditional sentences have one word for one thing: 台帳, 關聯', () => {
    const traditional = namespaces.flatMap((namespace) => [...flatten(sentences['zh-TW'][namespace]).entries()])
    // A link of the file system and one of the web are 連結.
    const other = /臺|(?<!超|（)連結/
    expect(traditional.filter(([, sentence]) => other.test(sentence))).toEqual([])
  })

  test('traditional sentences hold no simplified characters', () => {
    const simplifiedOnly =
      /[为这个们来时对开关书页单图处与专业东丝严义乐习买乱争亏云产亲亿仅从仓仪价众优会伞伟传伤体侧债倾写决净减刘则刚创别剧办务动劳势区协县压厅历参双发变叙号启员响团园围场坏块坚处备复头夹奋妇妈孙学宁宝实审宽对寻导将尔层属币师带帮库应废弃张强归当录彻忆怀态总恋恶惊惯愿战户执扩扫扬抚护报拟拥择挂挥损换据摄敌数断无旧显晓条来杨极构标栏树样档检欢欧残殴汇汉汤沟没泽洁济测浓涛涝润渐温湾湿满滚滞灭灯灵灾点炼烂热爱爷状独狭献环现电画畅疗皱盖监盘矿码确离种积称稳穷竞笔签简类粮紧纠红纤约级纪纯纲纳纵纷纸线练组细终经结绕绘给络绝统继绩续维综绿编缘缩缴网罗罚职联聪肃肤肿胀胁胜脏脑脱脸节芦苏范荐荣药获营萧蓝虑虚虽蚁补装见观规视览觉订认讨让训议讯记讲许论设访证评识诉词译试话询该详语误说请诸读课调谈谋谢谨谱贝负责贤账货质贩贪购贯贴贵贷贸费资赋赏赔赖赛赞赢赶趋跃践踪车轨转轮软轴轻载较辅辆辈辉输辞边达迁过运还进远违连迟适选逊递遗邮邻郑释鉴针钉钟钢钱铁银铺链销锁错键锦镇长门闭问闲间闷闻阅阐队阳阴阵阶际陆陈险随隐难雾静韩页顶项顺须顾顿预领频题颜额风飞饭饮饰馆马驱驶驻验骗鱼鲜鸟鸡鸣鸿麦黄齐齿龙龟]/
    const traditional = namespaces.flatMap((namespace) => [...flatten(sentences['zh-TW'][namespace]).entries()])
    const named = /简体中文|方正小标宋简体|楷体_GB2312|黑体/g
    expect(traditional.filter(([, sentence]) => simplifiedOnly.test(sentence.replaceAll(named, '')))).toEqual([])
  })
})
