import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createTranslations } from '../../renderer/app/translations.ts'
import { noticeSentence } from '../../renderer/app/refusals.ts'
import { languages } from '../../shared/locales/locales.ts'
import type { Notice } from '../../shared/desktop/results.ts'
import { ImportTally } from '../../shared/word/read/import-tally.ts'

/** Every id that is written out where notices are made. */
const written = globSync(['electron/**/*.ts', 'shared/**/*.ts'])
  .filter((path) => !path.startsWith('electron/cli/'))
  .flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(/(['`])((?:documents|export|import):[\w.]+)(?:\$\{id\})?\1/g),
  ])
  .map(([quoted]) => quoted.slice(1, -1))

/** Ids that are put together from a count's name. */
const counted = ['openFields', 'opaqueLeftOut', 'revisionsAsFinal', 'openConflicts'].map((id) => `export:notice.${id}`)

function tallied(): string[] {
  const tally = new ImportTally()
  const counts = Object.keys(tally) as (keyof ImportTally)[]
  return Object.assign(tally, Object.fromEntries(counts.map((name) => [name, 1])))
    .notices()
    .map(({ messageId }) => messageId)
}

const ids = [...new Set([...written.filter((id) => !id.includes('$')), ...counted, ...tallied()])]

test('notices of documents, import and export are known', () => {
  for (const room of ['documents', 'import', 'export']) {
    expect(ids.filter((id) => id.startsWith(`${room}:`)).length, room).toBeGreaterThan(2)
  }
})

test.each(languages)('every notice finds its sentence in %s', (language) => {
  const translations = createTranslations(language)
  const t = translations.getFixedT(null, 'window')
  for (const id of ids) {
    expect(translations.exists(id, { count: 2 }), id).toBe(true)
    expect(noticeSentence(t, { messageId: id as Notice['messageId'], values: { count: 2 } }), id).not.toContain(
      'notice.',
    )
  }
})
