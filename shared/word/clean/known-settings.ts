import { namespaces } from '../read/namespaces.ts'
import { isElement, withChildren, type SourceElement } from '../revisions/source-tree.ts'

/** Settings that decide how a page looks or who may change it; all others tell of programs, files and people. */
const known = new Set(
  (
    'view zoom displayBackgroundShape printPostScriptOverText mirrorMargins alignBordersAndEdges ' +
    'embedTrueTypeFonts embedSystemFonts saveSubsetFonts bordersDoNotSurroundHeader bordersDoNotSurroundFooter ' +
    'gutterAtTop hideSpellingErrors hideGrammaticalErrors documentProtection autoFormatOverride defaultTabStop ' +
    'autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders bookFoldRevPrinting ' +
    'bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing ' +
    'displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin ' +
    'drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning ' +
    'characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore updateFields ' +
    'hdrShapeDefaults footnotePr endnotePr compat themeFontLang clrSchemeMapping shapeDefaults decimalSymbol listSeparator'
  ).split(' '),
)

export function isKnownSetting(setting: SourceElement): boolean {
  if (setting.namespace === namespaces.math) return setting.name === 'mathPr'
  return setting.namespace === namespaces.word && known.has(setting.name)
}

export function withKnownSettings(root: SourceElement): SourceElement {
  return withChildren(
    root,
    root.children.filter((child) => !isElement(child) || isKnownSetting(child)),
  )
}
