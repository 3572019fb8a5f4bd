import { describe, expect, test } from 'vitest'
import { readTemplates } from '../../electron/services/templates.ts'
import hans from '../../shared/locales/zh-CN/templates.json' with { type: 'json' }
import hant from '../../shared/locales/zh-TW/templates.json' with { type: 'json' }
import english from '../../shared/locales/en/templates.json' with { type: 'json' }
import { metaFields } from '../../shared/templates/fields.ts'

const templates = await readTemplates()
const ids = (entries: readonly { id: string }[]): string[] => entries.map((entry) => entry.id).sort()

describe.each([
  ['zh-CN', hans],
  ['zh-TW', hant],
  ['en', english],
])('%s', (_language, names) => {
  test('names every structure and section, and nothing that does not exist', () => {
    expect(Object.keys(names.structure).sort()).toEqual(ids(templates.structures))
    expect(Object.keys(names.section).sort()).toEqual(ids(templates.sections))
  })

  test('names the fields that can be missing from meta', () => {
    expect(metaFields).toEqual(expect.arrayContaining(Object.keys(names.field)))
  })
})

test('the names in simplified Chinese are those of the data', () => {
  expect(hans.structure).toEqual(
    Object.fromEntries(templates.structures.map(({ id, name, description }) => [id, { name, description }])),
  )
  expect(hans.section).toEqual(Object.fromEntries(templates.sections.map(({ id, name }) => [id, name])))
})
