import type { TrendChart } from '../../report/schema.ts'
import { escapeXml, xmlHead } from './xml.ts'

/**
 * A chart as Word draws it itself (DrawingML, ECMA-376 part 1, 21.2): no picture that needs fonts, and its fonts and colours
 * can be changed. The numbers are kept in the chart alone, without a workbook behind it.
 */
export interface ChartWriter {
  /** The run that holds the chart. */
  run(chart: TrendChart): string
  /** Parts of the package by path, in the order of the text. */
  parts(): Map<string, string>
}

export function createChartWriter(textWidth: number): ChartWriter {
  const parts = new Map<string, string>()
  return {
    run(chart) {
      const number = parts.size + 1
      parts.set(chartPath(number), chartXml(chart))
      return inlineXml(number, chart.title, textWidth)
    },
    parts: () => parts,
  }
}

export function chartPath(number: number): string {
  return `word/charts/chart${number}.xml`
}

export function chartRelation(number: number): string {
  return `rIdChart${number}`
}

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** EMU in a twip, and the height of a chart as a share of its width. */
const emu = 635
const height = 0.5

function inlineXml(number: number, title: string, textWidth: number): string {
  const width = textWidth * emu
  return (
    `<w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent cx="${width}" cy="${Math.round(width * height)}"/><wp:docPr id="${number}" name="chart ${number}" descr="${escapeXml(title)}"/>` +
    `<wp:cNvGraphicFramePr/><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/chart">` +
    `<c:chart xmlns:c="${drawing}/chart" xmlns:r="${office}" r:id="${chartRelation(number)}"/>` +
    '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  )
}

/** Columns with their numbers on top; below zero only where there are such numbers, so that columns are not cut off. */
function chartXml({ title, points }: TrendChart): string {
  const decimals = Math.max(...points.map(({ value }) => value.split('.')[1]?.length ?? 0))
  const format = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
  const count = `<c:ptCount val="${points.length}"/>`
  const years = points.map(({ year }, index) => `<c:pt idx="${index}"><c:v>${year}</c:v></c:pt>`).join('')
  const values = points.map(({ value }, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`).join('')
  const minimum = points.some(({ value }) => value.startsWith('-')) ? '' : '<c:min val="0"/>'
  return (
    `${xmlHead}<c:chartSpace xmlns:c="${drawing}/chart" xmlns:a="${drawing}/main" xmlns:r="${office}"><c:roundedCorners val="0"/><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p>${paragraphProperties(1200)}<a:r>${runProperties(1200)}<a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>' +
    '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
    `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>${escapeXml(title)}</c:v></c:tx>` +
    '<c:spPr><a:solidFill><a:srgbClr val="44546A"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>' +
    `<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(900)}<c:dLblPos val="outEnd"/>` +
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
    `<c:cat><c:strLit>${count}${years}</c:strLit></c:cat><c:val><c:numLit><c:formatCode>${format}</c:formatCode>${count}${values}</c:numLit></c:val></c:ser>` +
    '<c:gapWidth val="80"/><c:axId val="1"/><c:axId val="2"/></c:barChart>' +
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${textProperties(900)}<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>` +
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>${minimum}</c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${textProperties(900)}<c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>` +
    '</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>'
  )
}

function runProperties(size: number): string {
  return `<a:rPr lang="zh-CN" sz="${size}" b="0">${fonts}</a:rPr>`
}

function paragraphProperties(size: number): string {
  return `<a:pPr><a:defRPr sz="${size}" b="0">${fonts}</a:defRPr></a:pPr>`
}

function textProperties(size: number): string {
  return `<c:txPr><a:bodyPr/><a:p>${paragraphProperties(size)}<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`
}

const fonts = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="仿宋"/><a:ea typeface="仿宋"/>'
