import { doubledCharacters } from '../../../shared/checks/rules/doubled-characters.ts'
import { describeRule } from '../../support/describe-rule.ts'

const later = '石井坊是老街。修好石井坊的路。'

describeRule(doubledCharacters, {
  passes: [
    '产业渐渐成形，方方面面都要照顾，一步一步走稳，一个个难题解开。',
    '牢牢守住底线，扎扎实实办好实事，实现村村通、户户通。',
    '一张张笑脸，一件一件落实。',
    '研究研究再定，研究好。',
    '一步一步走，一步到位。',
    '办成一桩桩好事。办成一桩好事。',
    '牢牢守住底线，要牢守住初心。',
    '创建共建共治的格局，纪委监委监督有力。', // two words meet
    '更高水平平安建设。提高水平安排工作。', // one side only is seen elsewhere
    '更高水平平安建设。凉水平安建成。',
    '创新新能源模式，创新能力强，新能源车多。',
    '石石坊修路，石石坊修桥。', // a name
    '群众的的确确得到实惠，第三年年景好。',
    '先修路、等施工队进场。',
    '员工工资按时发放，完成农业税税率调整，全国国民素质提高，行政政策配套。',
    '为了了解民情，目的的实现。',
    '参与与否由群众决定，实实在在干事，存在在建项目拖延的问题。',
    '2025年年底完工，今年年初启动，明年年中见效。',
    '他说：“修路‘要快’，架桥《图集》（附后）要稳。”',
    '1）修路。2）架桥。\n一）修路；二）架桥。',
    '“要修路，\n要架桥。”', // a quotation over two paragraphs
    '“要修路。\n“要架桥。\n“要植树。”', // each opens, the last one closes
    '“要修路，\n“要架桥，\n“要植树。”', // as lines of one paragraph
    '印发了《\n集镇建设办法\n》，抓好落实。',
    '接口为8”管，纬度30’。',
    '推行“2+8”模式（试行)，抓好落实。', // mixed brackets pair
    '好！！真的吗？！等等……',
    '不等、等不起，坐着等、等出来的是落后，水稻、玉米、等级稻种得好。',
    '"修路”，"架桥”', // straight ones stand in
    // a report that shows that two words meet, or does not show that they do not
    '纪委监委监督有力。全县纪委监委带头，强化纪委监督，市纪委监委派员。',
    '提高更高水平平安度。提高水平安心干。水平不低，平安是福。', // 水平 ends a word
    '更高水平平安排查。凉水平安排人手。水平不低，平安排查队。', // 平安 begins a word
    '评选优秀秀美乡村。秀美乡村建设，秀美河山。', // nowhere without the second 秀
    '发放企业员工工资。企业员工资料齐全，企业员工资助到位。', // 工资 is shown nowhere else
    '所以以往的做法要改，得以以新换旧，工作以以上四项为先。',
    '县纪委监委监督。镇委监委带头，村委监委派员。', // before 委监 others, after it the same
    '群群众满意。群众点头，群团带头。', // 群 begins other phrases too
    '张张贴好。', // nothing in the report says what it should be
  ],
  flags: [
    { text: '坚持【以以】项目为中心。', messageId: 'wordTwice', kind: 'typo', repaired: '坚持以项目' },
    { text: '加快厂房【建建】设步伐。推进厂房建设，建设进度超前。', messageId: 'wordTwice', repaired: '厂房建设步伐' },
    { text: '提升职工【群群】众收入。广大职工群众出力，群众点赞。', messageId: 'wordTwice' },
    { text: '职工群【众众】满意度提高。全体群众满意，群众点赞。', messageId: 'wordTwice' },
    { text: '【群群】众获得感增强。群众点赞，群众出力。', messageId: 'wordTwice', repaired: '群众获得感' },
    {
      text: '柳【浦浦】镇政府依法行政。我代表柳浦镇政府报告工作。',
      messageId: 'wordTwice',
      repaired: '柳浦镇政府依法',
    },
    {
      text: '惠及职工【群众群众】生活。方便群众办事，带动群众增收。',
      messageId: 'wordTwice',
      repaired: '职工群众生活',
    },
    {
      text: '提升公共【服务服务】水平。服务要好。',
      messageId: 'wordTwice',
      kind: 'duplicated-word',
      repaired: '公共服务水平',
    },
    { text: '工作，【完成完成】任务。完成得好。', messageId: 'wordTwice', severity: 'warning' },
    { text: '办好公共【服务服务】项目，抓好政务服务。', messageId: 'wordTwice' },
    { text: '召开【代表大会代表大会】第三次会议。', messageId: 'wordTwice', repaired: '召开代表大会第三次' },
    {
      text: `、建设好【石石】井坊小区。${later}要建设好石井坊。`,
      messageId: 'wordTwice',
      kind: 'typo',
      repaired: '建设好石井',
    },
    { text: `、【石石】井坊修路。${later}`, messageId: 'wordTwice' },
    { text: '这是群众【的的】期盼，【在在】村里办成【了了】。', messageId: 'wordTwice' },
    { text: '今【年年】入学率高。', messageId: 'wordTwice', repaired: '今年入学' },
    { text: '修好了路【，，】架好了桥【。。】', messageId: 'marksTwice', kind: 'punctuation', repaired: '路，架' },
    { text: '修好了路【，。】架好了桥。', messageId: 'marksTwice', repaired: '路。架' },
    { text: '修好了路【。，】架好了桥。', messageId: 'marksTwice', repaired: null }, // which of the two is meant
    { text: '种好水稻【、，】管好茶园。', messageId: 'marksTwice', repaired: '水稻，管好' },
    { text: '种好水稻【，、】玉米。', messageId: 'marksTwice', repaired: null },
    { text: '修好了路【。。。】架好了桥。', messageId: 'marksTwice', repaired: null },
    { text: '种好水稻、玉米、大豆【、等】作物。', messageId: 'marksTwice', repaired: '大豆等作物' },
    {
      text: '要求【“】快修路，快架桥。',
      messageId: 'markUnclosed',
      kind: 'punctuation',
      severity: 'warning',
      repaired: null,
    },
    { text: '三重一大【”】制度要落实。', messageId: 'markUnopened', repaired: null }, // where it opens nobody knows
    { text: '联动”，形成合力，落实三重一大【”】制度。', messageId: 'markUnopened' },
    { text: '落实《办法【（】试行》。', messageId: 'markUnclosed' },
    { text: '推行“多网合一”、“务实高效【“】等做法。', messageId: 'markTurned', repaired: '“务实高效”等' },
    {
      text: `要求【“】快修路。\n${'全镇抓好春耕。'.repeat(90)}\n快架桥【”】的办法。`,
      messageId: ['markUnclosed', 'markUnopened'],
    },
  ],
})
