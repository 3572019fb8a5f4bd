import * as v from 'valibot'

/** As many as a county can need; more is no list that a person keeps. */
const most = 2000
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))
const names = v.pipe(v.array(name), v.maxLength(most))

/** What the users of a workspace have told the checks once for all its reports. */
export const userListsSchema = v.object({
  /** 地名: villages, rivers and neighbours that look like a slip of another name. */
  places: names,
  /** 单位: the same for bodies and enterprises. */
  bodies: names,
  /** 提法白名单: wordings that are right here. */
  wordings: names,
  /** 忽略: what no report of the workspace is asked about again. */
  ignored: v.pipe(
    v.array(v.object({ rule: v.string(), indicator: name, reason: v.string(), by: v.string(), at: v.string() })),
    v.maxLength(most),
  ),
})

export type UserLists = v.InferOutput<typeof userListsSchema>
export type IgnoredIndicator = UserLists['ignored'][number]

export const emptyLists: UserLists = { places: [], bodies: [], wordings: [], ignored: [] }
