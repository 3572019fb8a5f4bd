import type { i18n } from 'i18next'
import type { DesktopBridge, FormulationsInForce, StartUp } from '../../shared/desktop/calls.ts'
import type { Refusal } from '../../shared/desktop/results.ts'
import type { Settings } from '../../shared/desktop/settings.ts'
import type { UserLists } from '../../shared/desktop/user-lists.ts'
import type { Report, ReportMeta } from '../../shared/report/schema.ts'
import type { FormulationMode } from '../../shared/templates/own-formulations.ts'
import { fillFromMeta } from '../../shared/templates/fill-meta.ts'
import { allThreads } from '../../shared/comments/threads.ts'
import { bodyOf } from '../editor/create-report-editor.ts'
import { createCarryOver, type CarryOver } from '../workers/carry-over-client.ts'
import type { Checker } from '../workers/check-client.ts'
import { readChainAway, type ReadChain } from '../workers/read-chain.ts'
import { reviewAway, type ReviewAway } from '../workers/review-away.ts'
import { createAnnouncer, type Announcer } from './announcer.ts'
import { checkingActions, type CheckingActions } from './checking.ts'
import { boundActions, type BoundActions } from './bound.ts'
import { commentActions, type CommentActions } from './comments.ts'
import { cardIndicators, type CardIndicators } from './card-indicators.ts'
import { changeSession, showDialog, type Parts } from './controller-parts.ts'
import { isCrowded } from './crowded.ts'
import { ledgerActions, type LedgerActions } from './ledger.ts'
import { ledgerKeeping } from './ledger-keeping.ts'
import { importActions, type ImportActions } from './ledger-import.ts'
import { ledgerSheetActions, type LedgerSheetActions } from './ledger-sheets.ts'
import { isNarrow } from './narrow.ts'
import { mergingActions, type MergingActions } from './merging.ts'
import { openingActions, type OpeningActions } from './opening.ts'
import { priorYearsActions, type PriorYearsActions } from './prior-years.ts'
import { replaceBlocks } from './replace-body.ts'
import { showsAll } from './review-cards.ts'
import { reviewActions, type ReviewActions } from './review.ts'
import { rollingActions, type RollingActions } from './rolling.ts'
import { savingActions, type SavingActions } from './saving.ts'
import { createStore, type Store } from './store.ts'
import type { DialogState, PanelTab, WindowState } from './window-state.ts'

export interface WindowController {
  store: Store<WindowState>
  desktop: DesktopBridge
  translations: i18n
  announcer: Announcer
  opening: OpeningActions
  saving: SavingActions
  checking: CheckingActions
  ledger: LedgerActions
  review: ReviewActions
  comments: CommentActions
  indicators: CardIndicators
  bound: BoundActions
  priorYears: PriorYearsActions
  rolling: RollingActions
  importing: ImportActions
  merging: MergingActions
  ledgerSheets: LedgerSheetActions
  /** The page's text was changed. */
  textChanged: () => void
  changeSettings: (change: Partial<Settings>) => void
  /** The lists count at once; undefined: they are kept. */
  changeLists: (lists: UserLists) => Promise<Refusal | undefined>
  /** Undefined: the chosen file is in force. */
  takeFormulations: (mode: FormulationMode) => Promise<Refusal | undefined>
  dropFormulations: () => Promise<void>
  changeMeta: (meta: ReportMeta) => void
  changeNotes: (notes: Report['notes']) => void
  showDialog: (dialog: DialogState | null) => void
  setFind: (find: WindowState['find']) => void
  setSearch: (search: WindowState['search']) => void
  setOverlay: (overlay: WindowState['overlay']) => void
  /** Folds or unfolds a side column; in a narrow window it opens over the page instead. */
  toggleColumn: (column: 'outline' | 'panel') => void
  /** The page, or 台账 in its place. */
  showView: (view: WindowState['view']) => void
  /** Unfolds the right column where it is folded. */
  showTab: (tab: PanelTab) => void
  selectLedgerCell: (cell: WindowState['ledgerCell']) => void
  setFonts: (fonts: Pick<WindowState, 'missingFonts' | 'installedFonts'>) => void
  closeBanner: (banner: string) => void
  dispose: () => void
}

export interface ControllerOptions {
  desktop: DesktopBridge
  checker: Checker
  /** Absent: a worker of its own, started when it is first needed. */
  carryOver?: CarryOver
  translations: i18n
  startUp: StartUp
  /** How past reports are read; in a worker where nothing else is said. */
  readChain?: ReadChain
  /** How versions are compared and copies merged; in a worker where nothing else is said. */
  away?: ReviewAway
}

/** Settings that a drag changes many times a second are written once it rests. */
const settingsDelay = 300

export function createController(options: ControllerOptions): WindowController {
  const { desktop, checker, carryOver = createCarryOver(), translations, startUp, readChain = readChainAway } = options
  const { away = reviewAway } = options
  const store = createStore<WindowState>(initialState(startUp))
  const announcer = createAnnouncer()
  const parts: Parts = { store, desktop, checker, announcer, t: translations.getFixedT(null, 'window') }
  const keeping = ledgerKeeping(parts)
  const saving = savingActions(parts, keeping.saved)
  const checking = checkingActions(parts, saving, {
    showPanel: () => showTab('findings'),
    showPage: () => showView('page'),
    changeLists: (lists) => changeLists(lists),
  })
  const bound = boundActions(
    parts,
    ledgerActions(parts, saving, () => {
      checking.textChanged()
      keeping.changed()
    }),
  )
  const opening = openingActions(parts, saving, keeping, () => void checking.check())
  const priorYears = priorYearsActions(parts, {
    carryOver,
    saving,
    decide: (decision) => checking.decide(decision),
    textChanged: () => checking.textChanged(),
    showPage: () => showView('page'),
  })
  const rolling = rollingActions(parts, carryOver, { opening, showPrior: () => showTab('prior') })
  const importing = importActions(parts, { ledger: bound.ledger, opening, readChain })
  const merging = mergingActions(parts, {
    away,
    opening,
    textChanged: () => textChanged(),
    showReview() {
      showView('page')
      showTab('review')
    },
  })
  const ledgerSheets = ledgerSheetActions(parts, {
    ledger: bound.ledger,
    readChain,
    showPage: () => showView('page'),
    textChanged: () => textChanged(),
  })
  let settingsTimer: ReturnType<typeof setTimeout> | undefined

  const changeSettings = (change: Partial<Settings>): void => {
    const before = store.get().settings
    const settings = { ...before, ...change }
    store.set((state) => ({ ...state, settings }))
    clearTimeout(settingsTimer)
    settingsTimer = setTimeout(() => void desktop.saveSettings(store.get().settings), settingsDelay)
    if (settings.language !== before.language) void translations.changeLanguage(settings.language)
    if (settings.rulesOff !== before.rulesOff || settings.severities !== before.severities) checking.textChanged()
  }

  const changeLists = async (lists: UserLists): Promise<Refusal | undefined> => {
    store.set((state) => ({ ...state, lists }))
    checking.textChanged()
    const result = await desktop.saveLists(lists)
    return result.saved ? undefined : result
  }

  const applyFormulations = (formulations: FormulationsInForce): void => {
    store.set((state) => ({ ...state, formulations }))
    checking.textChanged()
  }

  const showTab = (panelTab: PanelTab): void => {
    if (!store.get().settings.panelOpen) changeSettings({ panelOpen: true })
    store.set((state) => ({ ...state, overlay: 'panel', panelTab }))
  }

  const showView = (view: WindowState['view']): void =>
    store.set((state) => (state.view === view ? state : { ...state, view, ...(view === 'ledger' && closedSearch) }))

  const textChanged = (): void => {
    saving.changed()
    checking.textChanged()
    bound.textChanged()
  }

  const stopListening = [
    desktop.listen('closeRequested', () => void opening.closeWindow()),
    desktop.listen('leaving', () => void saving.keepNow().finally(() => desktop.readyToLeave(undefined))),
    desktop.listen('openRequested', ({ path }) => void opening.open(path)),
    desktop.listen('changedOutside', ({ id }) =>
      changeSession(parts, (session) => ({ changedOutside: session.report.id === id || session.changedOutside })),
    ),
  ]

  const review = reviewActions(parts, saving, {
    decided(without) {
      saving.changed()
      void checking.check()
      bound.decided(without)
    },
    showPanel: () => showTab('review'),
    indicatorOf: (card) => indicators.of(card.id),
  })
  const indicators = cardIndicators(store)
  const comments = commentActions(parts, saving, {
    changed: () => void checking.check(),
    showPanel: () => showTab('comments'),
    isPanelShown: () => !isNarrow() && store.get().settings.panelOpen,
  })

  return {
    store,
    desktop,
    translations,
    announcer,
    opening,
    saving,
    checking,
    ledger: bound.ledger,
    review,
    comments,
    indicators,
    bound,
    priorYears,
    rolling,
    importing,
    merging,
    ledgerSheets,
    changeSettings,
    changeLists,
    async takeFormulations(mode) {
      const { taken, ...result } = await desktop.takeFormulations({ mode })
      if (!('list' in result)) return result
      applyFormulations(result)
      return undefined
    },
    async dropFormulations() {
      applyFormulations(await desktop.dropFormulations(undefined))
    },
    textChanged,
    changeMeta(meta) {
      const { session } = store.get()
      if (!session) return
      const body = bodyOf(session.editor)
      const filled = fillFromMeta(body, session.report.meta, meta)
      if (filled !== body) replaceBlocks(session.editor, filled)
      changeSession(parts, ({ report }) => ({ report: { ...report, meta } }))
      if (meta.place !== session.report.meta.place) void keeping.moved(meta.place)
      saving.changed()
      void checking.check()
    },
    changeNotes(notes) {
      changeSession(parts, ({ report }) => ({ report: { ...report, notes } }))
      saving.changed()
      checking.textChanged()
    },
    showDialog: (dialog) => showDialog(parts, dialog),
    setFind: (find) => store.set((state) => ({ ...state, find, ...(find === null && { search: null }) })),
    setSearch: (search) => store.set((state) => ({ ...state, search })),
    setOverlay: (overlay) => store.set((state) => ({ ...state, overlay })),
    toggleColumn(column) {
      if (isNarrow() || (column === 'outline' && isCrowded(store.get()))) {
        store.set((state) => ({ ...state, overlay: state.overlay === column ? 'none' : column }))
      } else if (column === 'outline') changeSettings({ outlineOpen: !store.get().settings.outlineOpen })
      else changeSettings({ panelOpen: !store.get().settings.panelOpen })
    },
    showView,
    showTab,
    selectLedgerCell: (ledgerCell) => store.set((state) => ({ ...state, ledgerCell })),
    setFonts: (fonts) => store.set((state) => ({ ...state, ...fonts })),
    closeBanner: (banner) => store.set((state) => ({ ...state, closedBanners: [...state.closedBanners, banner] })),
    dispose() {
      for (const stop of stopListening) stop()
      review.dispose()
      saving.forgetJournal()
      bound.dispose()
      checker.dispose()
      carryOver.dispose()
    },
  }
}

/** It marks words of the page, which is gone. */
const closedSearch = { find: null, search: null }

function initialState(startUp: StartUp): WindowState {
  return {
    startUp,
    settings: startUp.settings,
    lists: startUp.lists,
    formulations: startUp.formulations,
    recent: startUp.recent,
    recoverable: startUp.recoverable,
    session: null,
    dialog: null,
    find: null,
    search: null,
    missingFonts: [],
    installedFonts: [],
    closedBanners: [],
    lastAction: null,
    picker: null,
    source: null,
    ledgerOffer: null,
    overlay: 'none',
    view: 'page',
    ledgerCell: null,
    panelTab: 'findings',
    marksView: 'all',
    cardFilter: showsAll,
    threadFilter: allThreads,
  }
}
