import { createInstance } from 'i18next'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import '../../renderer/styles/tokens.css'
import '../../renderer/editor/editor.css'
import { createReportEditor } from '../../renderer/editor/create-report-editor.ts'
import { ReportEditor, type ReportEditorProps } from '../../renderer/editor/ReportEditor.tsx'
import { sentences } from '../../shared/locales/locales.ts'
import { I18nextProvider } from 'react-i18next'
import type { Block } from '../../shared/report/schema.ts'
import { sampleBody } from './sample-body.ts'

type PageProps = Omit<ReportEditorProps, 'editor'>

/** What the tests of the editor reach from outside. */
export interface EditorPage {
  open(body: Block[], props?: PageProps): void
  set(props: PageProps): void
  editor: ReportEditorProps['editor']
}

const i18n = createInstance()
await i18n
  .use(initReactI18next)
  .init({
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
    set: (next: PageProps) => setProps((current) => ({ ...current, ...next })),
  })
  return <ReportEditor key={keyOf(editor)} editor={editor} {...props} />
}

const keys = new WeakMap<object, number>()
let lastKey = 0
function keyOf(editor: object): number {
  const key = keys.get(editor) ?? ++lastKey
  keys.set(editor, key)
  return key
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
