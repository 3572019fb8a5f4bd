import { partsWithinTotal } from '../../../shared/checks/rules/parts-within-total.ts'
import { describeRule } from '../../support/describe-rule.ts'

describeRule(partsWithinTotal, {
  passes: [
    // A sum of a list in order.
    ...['合计', '共计', '总量达到', '共', '两项合计为'].map((words) => ({
      text: `东片、西片税收分别完成1235万元和2868万元，${words}4103万元。`,
      agreeing: ['1235万元', '2868万元', '4103万元'],
    })),
    '东片、西片税收分别完成1235万元和2868万元，总量达到9520万元。', // of the whole town
    '东片、西片税收分别完成1235万元和2868万元，共争取9520万元。',
    '东片、西片税收分别完成1235万元和2868万元，共9520户。',
    '东片、西片税收完成1235万元和2868万元，共9520万元。', // more may have been listed before
    '东片、西片税收分别完成12.3亿元和28.4亿元，合计40.8亿元。', // rounded
    // The same people sorted in two ways.
    '全镇有教职工386人，其中任课教师352人、高级职称68人、中级职称145人。',
    ...[
      '正高级教师',
      '副高职称',
      '中级工程师',
      '本科学历',
      '硕士86人、大专',
      '女职工',
      '35岁以下',
      '党员',
      '少数民族',
    ].map((name) => `全镇有教职工386人，其中任课教师352人、${name}66人。`),
    '全镇有教职工386人（任课教师352人、本科学历66人）。',
    '全镇有教职工386人，其中女教师252人、党员186人，其余12人。',
    // So far from the parts the figure is of something else.
    '全年到位资金520万元，聘请专家进村讲课，组织干部外出考察，动员群众投工投劳，利用冬闲时间整修水渠、山塘、道路、桥梁等设施，其中南干渠花费310万元、北干渠280万元。',
    // What has come to one stage is counted at those before it too.
    ...'受理 办复 答复 满意 回访 立案 结案 查实 移送 整改 销号'
      .split(' ')
      .map((stage) => `收到来信4185件，其中办结2850件，${stage}1235件。`),
    ...'落地 开工 入库 竣工 完工 验收 合格 投产 达产 投用 到位 兑现 通过'
      .split(' ')
      .map((stage) => `洽谈项目4185个，其中签约2850个，${stage}1235个。`),
    ...['减少', '下降', '降'].map((word) => `安排补贴600万元，其中种粮补贴由820万元${word}到400万元。`), // 820 was before
    ...['重点', '示范', '龙头', '亿元', '千万元', '百强'].map(
      (grade) => `扶持企业420家（${grade}企业260家、农业企业185家）。`,
    ),
    // Rates, dates, terms and headings of lists are not added.
    '森林覆盖率62.5%，其中东片71.5%、西片58.2%。',
    '人口自然增长率6.25‰，其中东片7.15‰、西片5.82‰。',
    '两所学校的差距为2.5个百分点，其中小学3.5个百分点、初中1.2个百分点。',
    '渠系改造完工时间为2018年，其中南线2019年、北线2020年。',
    '工期12个月，其中南线14个月、北线8个月。',
    '部署工作五个方面，其中民生三个方面、产业四个方面。',
    '苗木产量为十年前的12.5倍，其中东片14.2倍、西片8.6倍。',
    '安排资金200—250万元，其中修路180万元、修渠120万元。', // so is a range
    // No figure follows, none stands before.
    '引进企业32家，其中不少已投产。',
    '土地、林业案件分别为126件、85件。',
    // What is not included, what comes after: no parts.
    '安排资金5230万元不包括市外资金4300万元，市内资金1130万元。',
    '收回财政资金960万元后由企业投入810万元、农户投入670万元组成担保基金。',
    '到账资金5230万元，已拨付其中4300万元，垫付工程款1130万元。',
    '全年投入资金520万元。新修渠道12公里，其中南干渠投入310万元、北干渠投入280万元。',
    '完成绿化村庄28个，栽植苗木2.6万株，其中游园12个，林带19个。', // parks, not villages
    // 组成 does not end the list.
    '镇区有干部职工196人，由机关干部81人、事业干部67人牵头，抽调村干部组成专班。',
    // A figure too far behind its part says that the list goes on.
    '查处案件339件，其中违法占地126件、违规建房183件，全年收缴的各类罚没款共计85万元，占道经营20件、罚款9万元。',
    '收到来信4185件，其中办结2850件，答复1235件。', // stages
    '确定重点项目96项，其中签约项目21项，在建项目58项。', // states, but not all
    ...['过千万元', '过百万元', '过亿元', '超3000万元', '500万元以上'].map(
      (size) => `完成投资2.6亿元，其中${size}项目投资1.9亿元，技改项目投资1.2亿元。`,
    ),
    // 分别为: of other things than the total counts.
    '实施道路硬化共6公里，分别为12公里、8公里两条主线的续建段。',
    '办理土地、林业案件共220件；接待信访、电访分别为136件、194件。',
    '开挖山塘、水渠共22处，分别为126口、85条。',
    '新增流转土地12400亩，共实施3600亩。', // one figure is no list
    '筹集善款1264元（党员捐款815元，参加群众1649人）。',
    '镇区有干部职工296人，其中机关干部81人、事业干部67人和临聘人员28人组成工作专班。',
    '确定重点项目96项，其中续建项目41项，新建项目31项，交通项目14项。', // a third beside the opposites
    '培养党员96名，其中男党员41名，女青年31名。',
    ...['提高', '增加', '扩大', '减少', '下降', '降'].map(
      (word) => `补助标准达到100元，其中镇级由40元${word}到80元，村级由60元${word}到90元。`,
    ),
    '新上项目28个，其中在全镇各村和工业集中区先后开工建设的农产品加工和冷链物流项目22个，续建项目19个。',
    '种植水稻1200亩，完成造林3600亩、退耕2400亩，合计7930亩。', // the list begins with 造林
    '引进企业32家。投资2.6亿元，其中投产企业35家。',
    '到位资金5230万元，其中市外资金4100万元。市内资金2577万元。',
    '到位资金5230万元，其中市外资金4100万元，其中企业2577万元。',
    '到位资金5230万元，其中市外资金4100万元，另筹资金2577万元。',
    // Three digits fit too easily.
    '修路投入52.1万元、修渠投入41.5万元，共98.6万元。',
    '修路投入0.521亿元、修渠投入0.415亿元，共0.986亿元。',
    '查处各类案件328件，其中违法占地一百二十六件，违规建房183件，占道经营9件。',
    '安排资金0.953亿元，其中道路建设120万元，水利设施230万元。',
    '安排资金9350万元，其中道路建设5120元，水利设施2130元，绿化2100万元。', // two slips
    '安排资金5230万元，不包括市外资金4300万元，市内资金1130万元。',
    '流转土地5230亩，由企业承包4300亩、农户承包1130亩。',
    '培训学员420人，其中党员360名、农户130名。',
    ...'完成 实现 增长 增加 减少 下降 同比 比上年 累计 共计 合计 总投 总计 涉及 覆盖 惠及 带动 辐射 协议 还 并 占用 年均 人均 平均 每村'
      .split(' ')
      .map((words) => `到位资金5230万元，其中市外资金4100万元，${words}资金2130万元。`),
    ...'不足均值 超过均值 过亿 过十亿 超千万 逾百万 限额以下 限额以内 限额以上'
      .split(' ')
      .map((size) => `新上项目28个，其中投资${size}项目12个，投资${size}项目19个。`),
    ...['县级', '重点', '示范', '龙头', '亿元', '千万元', '百强'].map(
      (grade) => `查处各类案件328件，其中${grade}企业126件，违规建房183件，占道经营9件。`,
    ),
    '收到来信418件，其中办结285件，已答复123件。',
    '收到来信418件，其中全部办结285件，答复123件。',
    '收到来信418件，其中办结285件，当场答复123件。',
    ...'计划 目标 任务 预算 合同 协议 去年 同期 原 人均 户均 平均 每村 同比 增长 增加 减少 下降 累计 总投 含税 约合 折合 另 不含 其中 比价 占地'
      .split(' ')
      .map((words) => `筹集资金1264万元（镇级配套815万元，${words}自筹649万元）。`)
      .slice(0, -1),
    '筹集资金1264万元（镇级配套815万元，占用自筹649万元）。',
    '筹集资金1264万元（镇级配套815万元，群众务工1649人）。',
    '筹集资金1264万元（镇级配套815万元，群众自筹500—649万元）。',
    '筹集资金1264万元（镇级配套815万元，群众自筹649万元，其余部分由业主自行解决）。',
    ...'增加 减少 提高 增长 上升 下降 缩短 增收 减收 净增 增支 多 少'
      .split(' ')
      .map((words) => `今年安排资金1200万元，比上年${words}400万元，其中道路养护850万元。`),
    ...['平均', '人均', '户均', '每年', '每户'].map(
      (mean) => `五年投入1.2亿元，${mean}投入2400万元，其中去年投入2573万元。`,
    ),
    '确定重点项目96项，其中续建项目41项，交通项目45项。',
    '安排资金0.935亿元，其中道路建设7120元，水利设施2230万元。', // three magnitudes
    '安排资金5230万元，其中道路养护130万元，水利设施100万元。',
    '安排资金3700万元，同比增长9.8%，增幅提高2个百分点，其中镇级4710万元。', // said by part-over-whole
    '安排资金300万元，其中修路200—250万元、修渠200万元。', // a range is no part to add
    '补助标准达到100元，其中镇级由40元提高到80元，村级由60元提高到90元。',
    '种植大豆1.2万亩，水稻另计，其中早稻2400亩、玉米3600亩，合计20000亩。', // the list began before 其中
    '储备项目628个，其中签约项目342个、总投资20.5亿元，落地项目256个。',
    '新建水池220口，山塘、水库、河坝分别为126口、85口、19口。', // 220 is no total
    '查处案件共220件，违法占地、违规建房、占道经营分别为126件、85件，移送39件。', // two figures for three names
    // A bracket of parts that fill the total, and brackets of something else.
    '筹集资金1264万元（镇级配套815万元，群众自筹449万元）。',
    '筹集资金1264万元（镇级配套815万元，群众自筹649万元，上年结余200万元）。', // another year
    '筹集资金1264万元（年初计划1500万元，追加任务300万元）。',
    '筹集资金1264万元（镇级815万元、村级等649万元以上）。',
    '筹集资金1264万元（镇级配套815万元，惠及649户）。',
    '筹集资金1264万元（815万元、649万元）。', // of what is not said
    '筹集资金1264万元（用于修路1815万元的配套）。',
    '建成水池420口（省级示范260口、市级示范185口）。', // grades overlap
    '收到来信418件（已办结402件，已答复388件）。', // stages
    '筹集资金1264万元（镇级配套318万元，群众自筹227万元）。', // far from the total: the largest part may be left out
    '查处土地、林业案件共220件，分别为126件、94件。',
    '查处土地、林业案件220件，分别为136件、94件。', // 220 is no total
    '查处土地、林业、交通案件共220件，分别为136件、94件。', // two figures for three names
    // A list after 其中 is open, however alike its parts are named.
    '安排项目资金4.6亿元，其中道路建设1.7亿元，管网建设1.2亿元。',
    '培养入党积极分子58名，其中女青年17名，返乡青年8名。',
    '调处各类纠纷418起，其中土地纠纷126起，劳资纠纷85起。',
    '确定重点项目96项，其中新建项目41项，交通项目45项。',
    '确定重点项目96项，其中签约项目21项，开工项目18项，竣工项目15项。', // some are in none of these states, some in two
    '确定重点项目96项，其中前期项目21项，在建项目38项，竣工项目37项。',
    // What was settled was taken in, what satisfied was settled.
    '收到群众来信318件，其中办结312件，满意306件。',
    '储备项目128个，其中签约96个，开工82个。',
    '镇区有干部职工196人，由机关干部81人、事业干部115人组成。',
    '种植水稻12400亩、玉米3600亩，合计16000亩。',
    '种植大豆1200亩。种植水稻12400亩、玉米3600亩，共计16000亩。',
    '发展茶园3.1万亩、水稻12400亩、玉米3600亩，共计16000亩。', // the two last ones fill it
    '走访慰问困难群众126户、企业85户，共发放物资412份。',
    '走访困难群众1126户、企业85户，累计共帮扶5620户。', // a list before 累计共 is open
    '查处各类案件共220件，违法占地、违规建房、占道经营分别为126件、85件、9件。',
    '新建水池220口，山塘、水库分别为126处、85座。',
    '查处案件220件，其中查实126件，涉案金额85万元，处分9件。', // 金额 stands between, the rest may be another matter
    '全年安排赤字1.35亿元，比上年增加1500万元，其中镇本级9500万元，代管资金4000万元。', // parts of the 1.35亿
    '提出28项主要指标，其中19项预期性指标、9项约束性指标。',
    '完成涉及28个村的整治任务，其中新建广场35个。', // squares are no part of the villages
    '实施项目28个，总投资2.6亿元，其中新建项目12个，续建项目16个。',
    '新上项目128个，其中省级重点项目15个，市级重点项目53个。', // grades overlap
    '新上项目128个，其中过亿元项目15个，过千万元项目53个。',
    '五年投入1.2亿元，年均投入2400万元，其中去年投入2573万元。',
    '举办培训班3—5期、培训学员420人，其中党员干部3—5人、农户130人。',
    '引进企业32家，其中投产企业12家，完成税收1500万元，在建企业20家。',
    '财政总收入完成3618万元，其中税收收入2718万元，全年新增贷款800万元。',
    '全镇投入98万元，其中修路52万元、修渠41.5万元。', // two digits are near by chance
    '全年调处矛盾纠纷126起。',
    '完成财政总收入3106万元，同比增长9.8%，其中地方财政收入815万元。', // only the largest part is named
    '税收收入8.6亿元，其中增值税4.4亿元，所得税3.9亿元，其他税收3200万元。', // 8.62 prints as 8.6
    '税收收入8.6亿元，其中增值税4.4亿元，所得税3.8亿元，其他税收3400万元。', // 8.54, each rounded on its own
    '新上项目28个，其中300万元以上的项目12个，500万元以上的项目19个。', // bands overlap
    '新上项目28个，其中总投资9600万元的竹木加工项目已开工。', // 万元 is not a part of 个
    '到位资金5230万元，其中市外资金4100万元，市内资金1130万元，协议引资3.4亿元。', // 协议引资 starts anew
    '查处各类案件318件，其中违法占地126件；违规建房183件；占道经营9件。',
    '发放补贴资金1100万元，其中耕地地力补贴760万元，惠及农户8600户，覆盖面积5.1万亩。',
    '年均投入2040万元，其中去年投入2573万元。',
    '今年安排资金1200万元，比上年增加400万元，其中道路养护850万元。', // parts of the 1200
    '完成财政总收入3106万元，增长9.8%，增收277万元，其中地方财政收入815万元。', // parts of the 3106
    '补助标准提高到每人每年100元，其中镇级补助由40元提高到80元，村级由60元提高到90元。',
    '全镇有劳动力1860人，其中外出务工960人，涉及12个村1960人次。',
    '完成财政总收入3700万元，其中地方财政收入突破1000万元；固定资产投资5000万元。',
    '工农业总产值增长12%，其中工业增长14%，农业增长3%。',
    // A sum is confirmed only where a slip in it would be found.
    ...[
      '种植水稻12亩、玉米3亩，合计15亩。',
      '完成投资5236万元，其中道路建设3120万元，水利设施2116万元。',
      '完成投资5236万元，由上级补助3120万元、镇级自筹2116万元组成。',
      '完成投资5236万元，其中上级补助3120万元、镇村自筹2116万元。',
      '新上项目128个，其中省级重点项目15个，其余113个。',
    ].map((text) => ({ text, agreeing: text.match(/\d+(?:万元|[亩个])/g) ?? [] })),
    ...[
      '完成投资约5236万元，其中道路建设3120万元，水利设施2116万元。',
      '完成投资5236万元，其中道路建设约3120万元，水利设施2116万元。',
      '完成投资5236万元，其中省级项目3120万元，市级项目2116万元。',
      '完成投资5236万元，其中道路建设3120万元、水利设施2116万元，带动周边群众发展民宿农家乐等第三产业128家。',
      '发放补助5236万元，其中低保3120万元，涉及128户，残疾人2116万元。',
      '拨付资金36万元，其中道路20万元，其余10万元；另安排绿化6万元。',
      '拨付资金523万元，其中道路208万元，修渠163万元；另安排绿化152万元。',
      '实施523个村级项目，其中道路208个、水渠163个、绿化152个。',
    ].map((text) => ({ text, agreeing: [] })),
    // What stays below its total, and small figures that fill it by chance, say neither yes nor no.
    { text: '到位资金4850万元，其中市外资金2700万元。', undecidable: ['4850万元', '2700万元'] },
    { text: '新上项目28个，其中工业项目12个、农业项目16个。', undecidable: ['28个', '12个', '16个'] },
    { text: '实施523个村级项目，其中道路108个、水渠163个、绿化152个。', undecidable: [] }, // perhaps no parts of it
  ],
  flags: [
    ...['合计', '共', '共计达到', '两项合计'].flatMap((words) =>
      ['9520', '3103'].map((total) => ({
        text: `东片、西片税收分别完成【1235万元和2868万元，${words}${total}万元】。`,
        messageId: total === '9520' ? 'partsMissTotal' : 'partsExceedTotal',
        severity: 'error' as const,
        repaired: '4103万元',
      })),
    ),
    {
      text: '东片、西片税收分别完成【1235万元、2868万元，总量达到3103万元】。',
      messageId: 'partsExceedTotal',
      severity: 'warning',
    },
    {
      text: '全镇有教职工【386人，其中女教师252人、男教师166人】、党员98人。',
      messageId: 'partsExceedTotal', // one sorting
      severity: 'error',
    },
    { text: '全镇有教职工【386人，其中高级职称252人、中级职称166人】。', messageId: 'partsExceedTotal' },
    { text: '全镇有教职工【386人，其中女教师252人，其余166人】。', messageId: 'partsExceedTotal' },
    {
      text: '筹措资金【4850万元，其中镇级3900万元、村级1150万元】。',
      messageId: 'partsExceedTotal',
      formula: '文中 4850万元，应为 5049～5051万元（3900万元 + 1150万元）',
    },
    // One part alone.
    {
      text: '安排资金【3700万元，增长9.8%，其中镇级4710万元】。',
      messageId: 'partExceedsTotal',
      severity: 'error',
      repaired: null,
    },
    { text: '安排资金【3700万元，其中修路120万元，修渠4710万元】。', messageId: 'partExceedsTotal' },
    // The rest ends the list.
    {
      text: '拨付资金【1260万元，其中道路815万元，其余368万元】；另安排绿化52万元。',
      messageId: 'partsMissTotal',
      severity: 'warning',
    },
    // Nothing over: grades do not overlap then, and 上级 is none.
    { text: '完成投资【5236万元，由上级补助3120万元、镇级自筹2216万元】组成。', messageId: 'partsExceedTotal' },
    { text: '完成投资【5236万元，其中上级补助3120万元、镇村自筹2016万元】。', messageId: 'partsMissTotal' },
    { text: '新上项目【128个，其中省级重点项目15个，其余112个】。', messageId: 'partsMissTotal' },
    // Round figures.
    {
      text: '安排【3700万元用于公共设施，其中道路设施2000万元、供水设施1710万元】。',
      messageId: 'partsExceedTotal',
      severity: 'note',
    },
    ...[
      ['男', '女'],
      ['市外', '市内'],
      ['县外', '县内'],
      ['省外', '省内'],
      ['城镇', '农村'],
      ['城镇', '乡村'],
    ].flatMap(([one, other]) => [
      { text: `登记在册人员【5230人，其中${one}职工4100人，${other}职工874人】。`, messageId: 'partsMissTotal' },
      { text: `登记在册人员【5230人，其中${other}职工4100人，${one}职工874人】。`, messageId: 'partsMissTotal' },
    ]),
    ...['和', '及', '以及', '与'].map((joint) => ({
      text: `确定重点项目【96项，其中新建项目41项${joint}续建项目45项】。`,
      messageId: 'partsMissTotal',
    })),
    ...['其中有', '其中包括', '包括'].map((words) => ({
      text: `确定重点项目【96项，${words}新建项目41项，续建项目45项】。`,
      messageId: 'partsMissTotal',
    })),
    ...'前期 储备 谋划 洽谈 在谈 签约 拟建 开工 续建 新建 建成 完工 投产'.split(' ').map((state) => ({
      text: `确定重点项目【96项，其中${state}项目21项，在建项目35项，竣工项目37项】。`,
      messageId: 'partsMissTotal',
    })),
    ...['合计', '共计', '总计', '总共', '一共', '共'].map((word) => ({
      text: `种植水稻【12400亩、玉米3600亩，${word}18000亩】。`,
      messageId: 'partsMissTotal',
    })),
    ...['和', '及', '以及', '与'].map((joint) => ({
      text: `提出【28项主要指标，其中13项预期性指标${joint}9项】约束性指标。`,
      messageId: 'partsMissTotal',
    })),
    ...['组成', '构成'].map((word) => ({
      text: `考核体系由【28项指标${word}，其中29项】预期性指标、9项约束性指标。`,
      messageId: 'partExceedsTotal',
    })),
    { text: '提出【28项指标，其中29项】预期性指标、9项约束性指标。', messageId: 'partExceedsTotal' },
    { text: '提出【28项主要指标其中29项】预期性指标、9项约束性指标。', messageId: 'partExceedsTotal' },
    { text: '实施【28项农田工程，总投资2.6亿元，其中水利工程19项、道路工程12项】。', messageId: 'partsExceedTotal' },
    // The figure behind a part describes it.
    ...[
      '、罚款85万元',
      '、收缴各类罚没款共计85万元',
      '，比上年同一口径实际增长9.8%',
      '，比上年同一口径实际下降9.8%',
      '，在全镇各类案件总数中占94.5%',
    ].map((words) => ({
      text: `查处案件【339件，其中违法占地126件、违规建房183件】${words}。`,
      messageId: 'partsMissTotal',
    })),
    {
      text: '到位资金【5230万元，其中来自市外各家企业和各类社会组织捐赠的产业帮扶资金4300万元，市内资金1130万元】。',
      messageId: 'partsExceedTotal',
    },
    { text: '种植水稻【2400亩、玉米3600亩，合计3600亩】。', messageId: 'partsExceedTotal' },
    // Trees are not added to the fields.
    { text: '栽植苗木1200株、水稻【12400亩、玉米3600亩，合计18000亩】。', messageId: 'partsMissTotal' },
    {
      text: '筹集资金【1264万元（镇级配套815万元，群众自筹649万元】），惠及农户2600户。',
      messageId: 'partsExceedTotal',
    },
    ...['组成', '构成'].map((word) => ({
      text: `镇区有干部职工【296人，由机关干部81人、事业干部67人和临聘人员28人】${word}。`,
      messageId: 'partsMissTotal',
    })),
    { text: '筹集资金【1264万元（镇级配套815万元，占补平衡资金649万元】）。', messageId: 'partsExceedTotal' },
    { text: '流转土地320亩。种植水稻【12400亩、玉米3600亩，合计21500亩】。', messageId: 'partsMissTotal' },
    { text: '到位资金【5230万元，包括市外资金4300万元，市内资金1130万元】。', messageId: 'partsExceedTotal' },
    { text: '种植水稻【1200亩，其中早稻52公顷、晚稻41公顷】。', messageId: 'partsExceedTotal' },
    {
      text: '镇区有干部职工【196人，由机关干部81人、事业干部67人和临聘人员28人】构成。',
      messageId: 'partsMissTotal',
    },
    ...['和', '及', '以及', '、', '，'].map((joint) => ({
      text: `查处案件共【220件，违法占地、违规建房分别为136件${joint}94件】。`,
      messageId: 'partsExceedTotal',
    })),
    ...['共计', '总数', '总量', '合计'].map((word) => ({
      text: `查处案件${word}【220件，违法占地、违规建房分别为136件、94件】。`,
      messageId: 'partsExceedTotal',
    })),
    ...['增长', '下降', '提高'].map((word) => ({
      text: `到位资金【5230万元，同比${word}9.8%，其中市外资金4300万元，市内资金1130万元】。`,
      messageId: 'partsExceedTotal',
      severity: 'error' as const,
    })),
    ...['其余', '其他', '其它', '剩余', '余下'].map((rest) => ({
      text: `到位资金【5230万元，其中企业投入4100万元，${rest}874万元】。`,
      messageId: 'partsMissTotal',
    })),
    { text: '确定重点项目【96项，其中新建项目41项，续建项目45项】。', messageId: 'partsMissTotal' },
    { text: '确定重点项目【96项，其中前期项目21项，续建项目35项，竣工项目37项】。', messageId: 'partsMissTotal' },
    ...['', '为', '是', '有', '达', '达到', '完成', '投入', '投资', '实施', '安排'].map((word) => ({
      text: `种植水稻【12400亩、玉米3600亩，合计${word}18000亩】。`,
      messageId: 'partsMissTotal',
    })),
    ...['、', '，', ',', '和', '及', '以及'].map((joint) => ({
      text: `种植水稻【12400亩${joint}玉米3600亩，合计18000亩】。`,
      messageId: 'partsMissTotal',
    })),
    ...['增长', '下降', '占'].map((word) => ({
      text: `查处各类案件【328件，其中违法占地126件、${word}18.5%，违规建房183件，占道经营9件】。`,
      messageId: 'partsMissTotal',
    })),
    // 7120万元 had filled it.
    { text: '安排资金【9350万元，其中道路建设7120元，水利设施2230万元】。', messageId: 'partsMissTotal' },
    // 5030万元 had been the sum.
    { text: '安排资金【5230万元，其中道路养护4980万元，水利设施50万元】。', messageId: 'partsMissTotal' },
    {
      text: '镇区有干部职工【196人，由机关干部81人、事业干部125人】组成。',
      messageId: 'partsExceedTotal',
      severity: 'error',
    },
    {
      text: '镇区有干部职工【196人，由机关干部81人、事业干部67人和临聘人员28人】组成。',
      messageId: 'partsMissTotal', // 组成 leaves nothing over
      severity: 'warning',
    },
    {
      text: '种植【水稻12400亩、玉米3600亩，合计18000亩】。'.replace('【水稻', '水稻【'),
      messageId: 'partsMissTotal',
      severity: 'warning',
      repaired: '合计16000亩',
    },
    { text: '查处违法占地【126件、违规建房85件、占道经营9件，共320件】。', messageId: 'partsMissTotal' },
    { text: '种植水稻【12400亩、玉米3600亩，共15000亩】。', messageId: 'partsExceedTotal', severity: 'warning' },
    {
      text: '查处各类案件共【220件，违法占地、违规建房、占道经营分别为136件、85件】、9件。',
      messageId: 'partsExceedTotal',
      severity: 'warning',
    },
    {
      text: '提出【28项主要指标，其中29项】预期性指标、9项约束性指标。',
      messageId: 'partExceedsTotal',
      severity: 'warning',
    },
    {
      text: '财政总收入完成【3618万元，其中税收收入完成2918万元，非税收入完成900万元】。',
      messageId: 'partsExceedTotal', // 完成 opens no new statement where every part has it
    },
    // Two digits of one figure changed places.
    {
      text: '到位资金【5230万元，其中市外资金1400万元，市内资金1130万元】。'.replace('市内资金', '自筹部分'),
      messageId: 'partsMissTotal',
      severity: 'warning',
    },
    {
      text: '到位资金【5230万元，其中企业投入4100万元，其余874万元】。',
      messageId: 'partsMissTotal',
    },
    {
      text: '到位资金【1.26亿元，其中企业投入8400万元，自筹部分5200万元】。',
      messageId: 'partsExceedTotal',
      severity: 'error',
    },
    // The parts are more than 4000万元 even if each is a round figure.
    {
      text: '安排资金【4000万元，其中道路建设5000万元，水利设施2000万元】。',
      messageId: 'partsExceedTotal',
      severity: 'error',
    },
    {
      text: '全年安排赤字【1.35亿元，比上年增加1500万元，其中镇本级9500万元，代管资金5000万元】。',
      messageId: 'partsExceedTotal',
      severity: 'warning',
    },
    {
      text: '到位资金【5230万元，其中市外资金4300万元，市内资金1130万元】。',
      messageId: 'partsExceedTotal',
      severity: 'error',
      repaired: '到位资金5430万元',
    },
    { text: '财政总收入【3106万元，其中地方财政收入8.15亿元】。', messageId: 'partExceedsTotal', severity: 'error' },
    { text: '查处各类案件【318件，其中违法占地126件，违规建房185件，占道经营9件】。', messageId: 'partsExceedTotal' },
    { text: '收到群众来信【318件，其中办结412件】，满意306件。', messageId: 'partExceedsTotal', severity: 'error' },
    { text: '收到群众来信【318件，其中办结285件，上访126件】。', messageId: 'partsExceedTotal' },
    {
      text: '筹集资金【1264万元（镇级配套815万元，群众自筹649万元】）。',
      messageId: 'partsExceedTotal',
      severity: 'warning',
      repaired: '1464万元（',
    },
    {
      text: '筹集资金【1264万元（镇级配套815万元，群众自筹349万元】）。',
      messageId: 'partsMissTotal',
      severity: 'warning',
    },
    { text: '疏浚渠道【42公里（南坪村16公里、北坪村14公里和东坪村22公里】）。', messageId: 'partsExceedTotal' },
    {
      text: '查处土地、林业案件共【220件，分别为136件、94件】。',
      messageId: 'partsExceedTotal',
      severity: 'warning',
    },
    { text: '确定重点项目【96项，其中前期项目21项，在建项目35项，竣工项目37项】。', messageId: 'partsMissTotal' },
    { text: '确定重点项目【96项，其中签约项目21项，在建项目58项，竣工项目37项】。', messageId: 'partsExceedTotal' },
    // Opposites divide the whole: nothing is left over.
    {
      text: '确定重点项目【96项，其中续建项目41项，新建项目45项】。',
      messageId: 'partsMissTotal',
      severity: 'warning',
    },
    // One wrong digit in a list that filled its total.
    { text: '查处各类案件【328件，其中违法占地126件，违规建房183件，占道经营9件】。', messageId: 'partsMissTotal' },
    {
      text: '安排资金【9000万元，其中道路建设7000元，水利设施2000万元】。',
      messageId: 'partsMissTotal',
    },
    {
      text: '安排资金【9000万元，其中道路建设8000万元，水利设施1004万元】。',
      messageId: 'partsExceedTotal',
      severity: 'note',
    },
  ],
})
