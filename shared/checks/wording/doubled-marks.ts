export interface DoubledMarks {
  start: number
  end: number
  /** Of the two the last stays, beyond doubt; else somebody has to decide. */
  lastStays: boolean
}

/** 。。 ，， ，。 and the 、 before 等 that closes a list; ！！ and …… are a matter of style. */
export function findDoubledMarks(text: string): DoubledMarks[] {
  const marks = [...text.matchAll(/[。，、；：][。，、；：]+/g)].map(({ index, 0: found }): DoubledMarks => ({
    start: index,
    end: index + found.length,
    lastStays: lastStays(found),
  }))
  const lists = [...text.matchAll(beforeEtCetera)].map(({ index }): DoubledMarks => ({
    start: index,
    end: index + 2,
    lastStays: true,
  }))
  return [...marks, ...lists]
}

/** 蔬菜、苗木、等: not 等 that opens a word of its own (、等级, 、等待) and not the verb (、等出来的). */
const beforeEtCetera = /(?<=、[^、，。；：\s]{1,10})、等(?![待候级同额量值效出到着靠要来在闲边离不])/g

/** A stop wins over a comma, a comma over the mark of a list. */
function lastStays(found: string): boolean {
  const [first, second] = found
  return found.length === 2 && (first === second || second === '。' || found === '、，')
}
