import hansBound from './zh-CN/bound.json' with { type: 'json' }
import hansCarryOver from './zh-CN/carry-over.json' with { type: 'json' }
import hansComments from './zh-CN/comments.json' with { type: 'json' }
import hansDocuments from './zh-CN/documents.json' with { type: 'json' }
import hansEditor from './zh-CN/editor.json' with { type: 'json' }
import hansExport from './zh-CN/export.json' with { type: 'json' }
import hansFindings from './zh-CN/findings.json' with { type: 'json' }
import hansImport from './zh-CN/import.json' with { type: 'json' }
import hansLedger from './zh-CN/ledger.json' with { type: 'json' }
import hansLedgerImport from './zh-CN/ledger-import.json' with { type: 'json' }
import hansMerge from './zh-CN/merge.json' with { type: 'json' }
import hansOpinions from './zh-CN/opinions.json' with { type: 'json' }
import hansPastReports from './zh-CN/past-reports.json' with { type: 'json' }
import hansLedgerSheets from './zh-CN/ledger-sheets.json' with { type: 'json' }
import hansReview from './zh-CN/review.json' with { type: 'json' }
import hansSheets from './zh-CN/sheets.json' with { type: 'json' }
import hansTemplates from './zh-CN/templates.json' with { type: 'json' }
import hansWindow from './zh-CN/window.json' with { type: 'json' }
import hantBound from './zh-TW/bound.json' with { type: 'json' }
import hantCarryOver from './zh-TW/carry-over.json' with { type: 'json' }
import hantComments from './zh-TW/comments.json' with { type: 'json' }
import hantDocuments from './zh-TW/documents.json' with { type: 'json' }
import hantEditor from './zh-TW/editor.json' with { type: 'json' }
import hantExport from './zh-TW/export.json' with { type: 'json' }
import hantFindings from './zh-TW/findings.json' with { type: 'json' }
import hantImport from './zh-TW/import.json' with { type: 'json' }
import hantLedger from './zh-TW/ledger.json' with { type: 'json' }
import hantLedgerImport from './zh-TW/ledger-import.json' with { type: 'json' }
import hantMerge from './zh-TW/merge.json' with { type: 'json' }
import hantOpinions from './zh-TW/opinions.json' with { type: 'json' }
import hantPastReports from './zh-TW/past-reports.json' with { type: 'json' }
import hantLedgerSheets from './zh-TW/ledger-sheets.json' with { type: 'json' }
import hantReview from './zh-TW/review.json' with { type: 'json' }
import hantSheets from './zh-TW/sheets.json' with { type: 'json' }
import hantTemplates from './zh-TW/templates.json' with { type: 'json' }
import hantWindow from './zh-TW/window.json' with { type: 'json' }
import englishBound from './en/bound.json' with { type: 'json' }
import englishCarryOver from './en/carry-over.json' with { type: 'json' }
import englishComments from './en/comments.json' with { type: 'json' }
import englishDocuments from './en/documents.json' with { type: 'json' }
import englishEditor from './en/editor.json' with { type: 'json' }
import englishExport from './en/export.json' with { type: 'json' }
import englishFindings from './en/findings.json' with { type: 'json' }
import englishImport from './en/import.json' with { type: 'json' }
import englishLedger from './en/ledger.json' with { type: 'json' }
import englishLedgerImport from './en/ledger-import.json' with { type: 'json' }
import englishMerge from './en/merge.json' with { type: 'json' }
import englishOpinions from './en/opinions.json' with { type: 'json' }
import englishPastReports from './en/past-reports.json' with { type: 'json' }
import englishLedgerSheets from './en/ledger-sheets.json' with { type: 'json' }
import englishReview from './en/review.json' with { type: 'json' }
import englishSheets from './en/sheets.json' with { type: 'json' }
import englishTemplates from './en/templates.json' with { type: 'json' }
import englishWindow from './en/window.json' with { type: 'json' }

export const languages = ['zh-CN', 'zh-TW', 'en'] as const
export type Language = (typeof languages)[number]

/** One file per room: a sentence is addressed as `namespace:key`. */
export const namespaces = [
  'bound',
  'carry-over',
  'comments',
  'documents',
  'editor',
  'export',
  'findings',
  'import',
  'ledger',
  'ledger-import',
  'merge',
  'opinions',
  'past-reports',
  'ledger-sheets',
  'review',
  'sheets',
  'templates',
  'window',
] as const
export type Namespace = (typeof namespaces)[number]

/** All sentences of the product, in the shape i18next takes as `resources`. */
export const sentences: Record<Language, Record<Namespace, object>> = {
  'zh-CN': {
    bound: hansBound,
    'carry-over': hansCarryOver,
    comments: hansComments,
    documents: hansDocuments,
    editor: hansEditor,
    export: hansExport,
    findings: hansFindings,
    import: hansImport,
    ledger: hansLedger,
    'ledger-import': hansLedgerImport,
    merge: hansMerge,
    opinions: hansOpinions,
    'past-reports': hansPastReports,
    'ledger-sheets': hansLedgerSheets,
    review: hansReview,
    sheets: hansSheets,
    templates: hansTemplates,
    window: hansWindow,
  },
  'zh-TW': {
    bound: hantBound,
    'carry-over': hantCarryOver,
    comments: hantComments,
    documents: hantDocuments,
    editor: hantEditor,
    export: hantExport,
    findings: hantFindings,
    import: hantImport,
    ledger: hantLedger,
    'ledger-import': hantLedgerImport,
    merge: hantMerge,
    opinions: hantOpinions,
    'past-reports': hantPastReports,
    'ledger-sheets': hantLedgerSheets,
    review: hantReview,
    sheets: hantSheets,
    templates: hantTemplates,
    window: hantWindow,
  },
  en: {
    bound: englishBound,
    'carry-over': englishCarryOver,
    comments: englishComments,
    documents: englishDocuments,
    editor: englishEditor,
    export: englishExport,
    findings: englishFindings,
    import: englishImport,
    ledger: englishLedger,
    'ledger-import': englishLedgerImport,
    merge: englishMerge,
    opinions: englishOpinions,
    'past-reports': englishPastReports,
    'ledger-sheets': englishLedgerSheets,
    review: englishReview,
    sheets: englishSheets,
    templates: englishTemplates,
    window: englishWindow,
  },
}
