import type { PlaceLevel } from '../report/schema.ts'

/** Of a town's own offices those that bear the same name everywhere. */
const ofTown: Readonly<Record<string, string>> = {
  财政局: '财政所',
  公安局: '派出所',
  税务局: '税务所',
  自然资源局: '自然资源所',
  市场监督管理局: '市场监管所',
  农业农村局: '农业农村',
  人力资源和社会保障局: '社会保障',
  发展和改革局: '发展改革',
}

/** Above the county an office has another name for its level: 省统计局 stays 统计局, 局 of some fields is 厅. */
const ofProvince: Readonly<Record<string, string>> = {
  财政局: '财政厅',
  公安局: '公安厅',
  教育局: '教育厅',
  民政局: '民政厅',
  农业农村局: '农业农村厅',
  住房和城乡建设局: '住房和城乡建设厅',
  人力资源和社会保障局: '人力资源和社会保障厅',
  生态环境局: '生态环境厅',
  科学技术局: '科学技术厅',
  工业和信息化局: '工业和信息化厅',
  自然资源局: '自然资源厅',
  文化和旅游局: '文化和旅游厅',
  交通运输局: '交通运输厅',
  水利局: '水利厅',
  商务局: '商务厅',
  应急管理局: '应急管理厅',
  发展和改革局: '发展和改革委员会',
  卫生健康局: '卫生健康委员会',
}

/**
 * The catalogue names the office of a county. A town has no 局: where its own office has no name that holds everywhere,
 * the field of work is said (统计), and whoever keeps the ledger writes 统计所 or 经济发展办 as it is there.
 */
export function departmentAt(level: PlaceLevel | undefined, department: string): string {
  const field = department === '金融办' ? '金融' : department.replace(/^([^县市区省]+)局$/, '$1')
  if (level === 'subdistrict') return field
  if (level === 'town' || level === 'township') return ofTown[department] ?? field
  return level === 'province' ? (ofProvince[department] ?? department) : department
}

/** By the last word of the place's name. */
export function levelOfPlace(place: string | null): PlaceLevel | undefined {
  if (place === null) return undefined
  if (/(?:街道|办事处)$/.test(place)) return 'subdistrict'
  if (/[镇乡]$/.test(place)) return 'town'
  if (/(?:省|自治区)$/.test(place)) return 'province'
  return /[县区市旗州]$/.test(place) ? 'county' : undefined
}
