import type { WindowState } from './window-state.ts'

/** 往年 is wider than the other panels: up to this width of the window 大纲 makes room for it. */
export const crowdedQuery = '(max-width: 1500px)'

/** The table of 往年 is shown, so that the panel is to be wide. Beside the ledger the panel tells of a cell, whatever its tab. */
export function isWidePanel({ session, panelTab, view }: Pick<WindowState, 'session' | 'panelTab' | 'view'>): boolean {
  return view === 'page' && panelTab === 'prior' && (session?.prior.length ?? 0) > 0
}

/** 大纲 is folded to its rail though the settings have it open; the rail opens it over the page. */
export function isCrowded(state: Pick<WindowState, 'session' | 'panelTab' | 'settings' | 'view'>): boolean {
  return isWidePanel(state) && state.settings.panelOpen && matchMedia(crowdedQuery).matches
}
