/** 地区生产总值9.01亿元，增长6.2% beside the name of its indicator: 9.01亿元，增长6.2%. */
export function shortFigure(printed: string): string {
  return opening.exec(printed)?.[0] ?? printed
}

/** What belongs to a figure in front of its digits. */
const opening =
  /(?:(?:同比|比上年|较上年)?(?:增长|增幅|下降|增加|减少|降低|提高|上升)|控制在|保持在|稳定在|达到|突破|超过)?(?:[约近超]|不低于|不超过|高于|低于)?(?!\d[\d.]*[万亿]?元(?:以上|以下)?的?[企农个家项户人])[\d□].*$/s
