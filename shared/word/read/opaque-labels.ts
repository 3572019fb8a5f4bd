import words from '../../locales/zh-CN/import.json' with { type: 'json' }

/** What stands on the page for something that cannot be edited; part of the document, so in the document's language. */
export const opaqueLabels = words.opaque
