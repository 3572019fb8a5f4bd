/** A small report of a town: what the year before brought, and what this year is to bring. */
export function reportOf(year: number, review: string, plan = '抓产业。', place = ''): string {
  return [
    ...(place ? [`${place}${year}年政府工作报告`] : []),
    '各位代表：',
    `一、${year - 1}年工作回顾`,
    `${year - 1}年，全镇经济平稳运行。`,
    review,
    `二、${year}年工作安排`,
    plan,
  ].join('\n')
}
