import type { Notice } from '../../desktop/results.ts'

/** What was met and not kept as it was, counted while reading; each count becomes one sentence for the user. */
export class ImportTally {
  revisions = 0
  comments = 0
  /** Links whose target was dropped; their words stay. */
  links = 0
  /** Pictures and objects that lie outside the file: never fetched. */
  external = 0
  /** Runs formatted as hidden. */
  hidden = 0
  nestedTables = 0
  textBoxes = 0
  /** Fields that would run or fetch something (DDE, INCLUDETEXT …); their last result stays. */
  activeFields = 0
  embedded = 0
  macros = 0
  furniture = 0
  opaque = 0

  notices(): Notice[] {
    const counts: [string, number][] = [
      ['revisionsKept', this.revisions],
      ['commentsKept', this.comments],
      ['hiddenTextLeftOut', this.hidden],
      ['linksAsText', this.links],
      ['externalDropped', this.external],
      ['activeFields', this.activeFields],
      ['macrosDropped', this.macros],
      ['embeddedFiles', this.embedded],
      ['nestedTables', this.nestedTables],
      ['textBoxes', this.textBoxes],
      ['headersLeftOut', this.furniture],
      ['opaqueKept', this.opaque],
    ]
    return counts
      .filter(([, count]) => count > 0)
      .map(([id, count]) => ({ messageId: `import:${id}`, values: { count } }))
  }
}
