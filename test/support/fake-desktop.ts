import type { Desktop, DesktopBridge, DesktopEvents, EventName, StartUp } from '../../shared/desktop/calls.ts'
import type { OpenedReport, SaveResult } from '../../shared/desktop/results.ts'
import { defaultSettings, type Settings } from '../../shared/desktop/settings.ts'
import { emptyLists } from '../../shared/desktop/user-lists.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import { currentFormat, type Report } from '../../shared/report/schema.ts'
import type { Templates } from '../../shared/templates/templates.ts'

export interface FakeDesktop extends DesktopBridge {
  /** Calls in their order: name and request. */
  calls: { name: string; request: unknown }[]
  send<Name extends EventName>(name: Name, event: DesktopEvents[Name]): void
}

export interface FakeOptions {
  startUp?: Partial<StartUp>
  settings?: Partial<Settings>
  answers?: Partial<Desktop>
}

/** The port in memory: everything succeeds unless `answers` says otherwise. */
export function fakeDesktop({ startUp = {}, settings = {}, answers = {} }: FakeOptions = {}): FakeDesktop {
  const calls: FakeDesktop['calls'] = []
  const hearers = new Map<string, Set<(event: never) => void>>()
  const own: Desktop = { ...defaultAnswers(startUp, settings), ...answers }
  const recorded = Object.fromEntries(
    Object.entries(own).map(([name, answer]) => [
      name,
      async (request: never) => {
        calls.push({ name, request: structuredClone(request) })
        return structuredClone(await answer(request))
      },
    ]),
  ) as unknown as Desktop
  return {
    ...recorded,
    calls,
    listen(name, hear) {
      const set = hearers.get(name) ?? new Set()
      hearers.set(name, set.add(hear))
      return () => set.delete(hear)
    },
    send(name, event) {
      for (const hear of hearers.get(name) ?? []) hear(event as never)
    },
  }
}

function defaultAnswers(startUp: Partial<StartUp>, settings: Partial<Settings>): Desktop {
  const saved = (report: Report): SaveResult => ({
    saved: true,
    path: `/reports/${report.meta.place}.zhenggao`,
    name: report.meta.place,
    savedAt: '2026-01-12T14:03:00',
    notices: [],
  })
  const nothing = (): Promise<undefined> => Promise.resolve(undefined)
  const refused = { opened: false, reason: 'cancelled' } as const
  return {
    startUp: () => Promise.resolve({ ...emptyStartUp, settings: { ...defaultSettings, ...settings }, ...startUp }),
    saveSettings: (request) => Promise.resolve(request),
    saveLists: () => Promise.resolve({ saved: true }),
    ledgerPlaces: () => Promise.resolve([]),
    openLedger: () => Promise.resolve(null),
    keepLedger: () => Promise.resolve({ kept: true, revision: 'kept' }),
    takeFormulations: () => Promise.resolve({ taken: false, reason: 'cancelled' }),
    dropFormulations: () => Promise.resolve(emptyStartUp.formulations),
    installedFonts: () => Promise.resolve([]),
    openReport: () => Promise.resolve(refused),
    openSample: () => Promise.resolve({ opened: true, ...openedReport(emptyReport()) }),
    openBytes: () => Promise.resolve(refused),
    openPrior: () => Promise.resolve(refused),
    readLastReport: () => Promise.resolve(refused),
    chooseFiles: () => Promise.resolve({ paths: [], cancelled: true, left: 0 }),
    readPast: () => Promise.resolve({ read: false, reason: 'notFound' }),
    readTables: () => Promise.resolve({ read: false, reason: 'notFound' }),
    readReviewed: () => Promise.resolve({ read: false, reason: 'notFound' }),
    keepVersion: () => Promise.resolve({ kept: true }),
    recover: () => Promise.resolve(refused),
    discardRecovery: nothing,
    saveReport: ({ report }) => Promise.resolve(saved(report)),
    journal: () => Promise.resolve({ written: true }),
    closeReport: nothing,
    listVersions: () => Promise.resolve([]),
    openVersion: () => Promise.resolve(refused),
    exportReport: () => Promise.resolve({ exported: true, path: '/reports/out.docx', notices: [] }),
    exportClean: () =>
      Promise.resolve({ exported: true, path: '/reports/clean.docx', notices: [], proof: ['revisions', 'comments'] }),
    exportCheckSheet: () => Promise.resolve({ exported: true, path: '/reports/sheet.docx', notices: [] }),
    exportLedger: ({ format }) => Promise.resolve({ exported: true, path: `/reports/ledger.${format}`, notices: [] }),
    exportSignOff: ({ format, files: [first, ...others] }) => {
      const pathOf = (file: { name: string } | undefined): string => `/reports/${file?.name ?? ''}.${format}`
      return Promise.resolve({ exported: true, paths: [pathOf(first), ...others.map(pathOf)] })
    },
    print: () => Promise.resolve({ exported: true, path: '', notices: [] }),
    printCheckSheet: () => Promise.resolve({ exported: true, path: '', notices: [] }),
    printJob: () => Promise.resolve(null),
    paste: nothing,
    showInFolder: nothing,
    removeRecent: () => Promise.resolve([]),
    clearTraces: nothing,
    closeWindow: nothing,
    readyToLeave: nothing,
  }
}

const noTemplates: Templates = {
  sections: [],
  structures: [],
  presets: [],
  indicators: [],
  formulations: { asOf: '2025-12', items: [] },
  usage: { asOf: '2025-12', items: [], powers: [] },
  terms: [],
}

const emptyStartUp: StartUp = {
  settings: defaultSettings,
  lists: emptyLists,
  formulations: { list: noTemplates.formulations, own: null },
  recent: [],
  recoverable: [],
  templates: noTemplates,
  version: '0.1.0',
  runtime: 'browser',
  openPath: null,
  folders: {
    settings: '/home/office/.config/zhenggao',
    journal: '/home/office/.config/zhenggao/journal',
    history: '/home/office/.config/zhenggao/history',
    workspace: '/home/office/.config/zhenggao/workspace',
  },
  notices: [],
}

export function openedReport(report: Report, more: Partial<OpenedReport> = {}): OpenedReport {
  const { place } = report.meta
  const none = { path: null, readOnly: null, imported: null, prior: [], ledger: emptyLedger(place) }
  return { report, name: place, ...none, ...more }
}

export function emptyReport(paragraphs: readonly string[] = ['']): Report {
  return {
    format: currentFormat,
    id: 'report-1',
    meta: {
      place: '云溪镇',
      level: 'town',
      kind: 'annual',
      year: 2026,
      meeting: { congress: 12, session: 3 },
      speaker: { office: '镇长', name: '' },
      date: null,
      stage: '',
      classification: '',
    },
    body: paragraphs.map((text) => ({ type: 'paragraph', children: [{ text }] })),
    notes: {},
    checks: { ignored: [] },
  }
}
