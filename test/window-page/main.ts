import type { Recoverable, RecentReport } from '../../shared/desktop/calls.ts'
import type { Report } from '../../shared/report/schema.ts'
import type { Templates } from '../../shared/templates/templates.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { startWindow } from '../../renderer/app/start-window.tsx'
import { fakeDesktop, openedReport } from '../support/fake-desktop.ts'

/** Read from `templates/` when the page is built. */
declare const pageData: { templates: Templates; sample: Report; lastYear: Report }

/** The window without its main process: `?theme=dark&language=en&open=sample&first`. */
const asked = new URLSearchParams(location.search)
const { templates, sample, lastYear } = pageData
const today = new Date().toISOString().slice(0, 10)

const recent: RecentReport[] = [
  {
    path: 'D:\\政府办\\2026两会\\云溪镇政府工作报告.zhenggao',
    name: '云溪镇政府工作报告',
    stage: '征求意见稿',
    openedAt: `${today}T13:47:00`,
    errors: 3,
    missing: false,
  },
  {
    path: 'D:\\政府办\\2025\\上半年总结.zhenggao',
    name: '云溪镇2025年上半年工作报告',
    stage: '',
    openedAt: '2025-07-18T09:00:00',
    errors: 0,
    missing: false,
  },
  {
    path: 'E:\\审阅\\云溪镇政府工作报告（改）.zhenggao',
    name: '云溪镇政府工作报告（改）',
    stage: '送审稿',
    openedAt: '2025-07-01T09:00:00',
    errors: null,
    missing: true,
  },
]
const recoverable: Recoverable[] = [
  {
    id: 'r1',
    name: '云溪镇政府工作报告',
    path: recent[0]?.path ?? null,
    savedAt: `${today}T13:47:20`,
    characters: 3958,
  },
]
const first = asked.has('first')
const opened = openedReport(sample, {
  name: '示范报告',
  prior: [{ name: '去年报告', text: plainText(lastYear.body).text }],
})

const desktop = fakeDesktop({
  startUp: { templates, recent: first ? [] : recent, recoverable: first ? [] : recoverable },
  settings: {
    theme: (asked.get('theme') ?? 'light') as 'light' | 'dark',
    language: (asked.get('language') ?? 'zh-CN') as 'zh-CN' | 'zh-TW' | 'en',
  },
  answers: {
    installedFonts: () => Promise.resolve(['Noto Serif CJK SC', 'Noto Sans CJK SC']),
    openSample: () => Promise.resolve({ opened: true, ...opened }),
    openReport: () => Promise.resolve({ opened: true, ...opened, path: '/reports/sample.zhenggao' }),
    ...(asked.has('full') && {
      saveReport: () =>
        Promise.resolve({ saved: false, reason: 'diskFull', values: { needed: 1200 }, detail: 'ENOSPC' }),
    }),
  },
})
Object.assign(window, { desktop })

const place = document.getElementById('window')
if (place) await startWindow(place, desktop)
