/** Fields that count, point within the document, draw or show the day; each with what may follow it. */
const kinds =
  /^\s*(?:=|PAGE|NUMPAGES|SECTION|SECTIONPAGES|PAGEREF|REF|NOTEREF|STYLEREF|SEQ|TOC|TOA|INDEX|DATE|TIME|SYMBOL|EQ|ADVANCE|QUOTE|LISTNUM|AUTONUM|AUTONUMLGL|AUTONUMOUT|NUMWORDS|NUMCHARS|FORMCHECKBOX|FORMDROPDOWN|MACROBUTTON|GOTOBUTTON|BIDIOUTLINE|SHAPE)(?![A-Z])/i
const link =
  /^\s*HYPERLINK\s+(?:\\l\s+"?(?:_Toc|_Ref|_Hlt|b)\d+"?|"?(?:https?:\/\/|mailto:)[^"\s]*"?)(?:\s+\\[a-z]\S*)*\s*$/i
/** A drive, a server or a place on a disk. */
const place = /[A-Za-z]:\\|\\\\\w|file:|~\/|%\w+%/i

/** The kind of a field that tells more than it shows; undefined when it does not. */
export function fieldTrace(instruction: string): string | undefined {
  if (instruction.trim() === '') return undefined
  const kind = /[^\s"\\]+/.exec(instruction)?.[0] ?? ''
  if (!kinds.test(instruction)) return link.test(instruction) ? undefined : kind
  const mark = /^\s*(?:PAGEREF|REF|NOTEREF)\s+"?([^"\s\\]+)/i.exec(instruction)?.[1]
  if (mark !== undefined && !/^(?:_Toc|_Ref|_Hlt|b)\d+$/.test(mark)) return kind
  return place.test(instruction) ? kind : undefined
}
