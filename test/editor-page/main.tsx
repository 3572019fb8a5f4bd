import { createInstance } from 'i18next'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { ReactEditor } from 'slate-react'
import '../../renderer/styles/tokens.css'
import '../../renderer/editor/editor.css'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import { createReportEditor } from '../../renderer/editor/create-report-editor.ts'
import { ReportEditor, type ReportEditorProps } from '../../renderer/editor/ReportEditor.tsx'
import { sentences } from '../../shared/locales/locales.ts'
import { I18nextProvider } from 'react-i18next'
import type { Finding } from '../../shared/checks/finding.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import { sampleBody } from './sample-body.ts'

type PageProps = Omit<ReportEditorProps, 'editor'>

/** What the tests of the editor reach from outside. */
export interface EditorPage {
  open(body: Block[], props?: PageProps): void
  set(props: PageProps): void
  /** Findings on the first occurrence of words: words, severity, id. */
  findingsFor(words: [string, Finding['severity'], string][]): Finding[]
  editor: ReportEditorProps['editor']
  /** As the program gives the focus back to the page. */
  focus(): void
}

const i18n = createInstance()
await i18n.use(initReactI18next).init({
  lng: 'zh-CN',
  resources: { 'zh-CN': sentences['zh-CN'] },
  defaultNS: 'editor',
  interpolation: { escapeValue: false },
})

const page = {} as EditorPage
Object.assign(window, { editorPage: page })

function Page() {
  const [editor, setEditor] = useState(() => createReportEditor(sampleBody))
  const [props, setProps] = useState<PageProps>({})
  Object.assign(page, {
    editor,
    open: (body: Block[], next: PageProps = {}) => {
      setEditor(createReportEditor(body))
      setProps(next)
    },
    findingsFor: (words: [string, Finding['severity'], string][]) => words.map((row) => findingOn(editor, row)),
    focus: () => ReactEditor.focus(editor),
    set: (next: PageProps) => setProps((current) => ({ ...current, ...next })),
  })
  return <ReportEditor editor={editor} {...props} />
}

function findingOn(
  editor: ReportEditorProps['editor'],
  [words, severity, id]: [string, Finding['severity'], string],
): Finding {
  const start = plainText(bodyOf(editor)).text.indexOf(words)
  const rest = {
    rule: 'sample',
    kind: 'sample',
    messageId: 'sample',
    values: {},
    evidence: [],
    repairs: [],
    fingerprint: id,
  }
  return { id, severity, start, end: start + words.length, ...rest }
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <Page />
      </I18nextProvider>
    </StrictMode>,
  )
