import * as v from 'valibot'

/** What the user chose once for all reports; kept by the main process, never a document. */
export const settingsSchema = v.object({
  language: v.picklist(['zh-CN', 'zh-TW', 'en']),
  theme: v.picklist(['system', 'light', 'dark']),
  /** The page stays white in the dark theme. */
  whitePage: v.boolean(),
  /** Per cent, 50–200; 0 = 适合页宽. */
  zoom: v.pipe(v.number(), v.minValue(0), v.maxValue(200)),
  userName: v.pipe(v.string(), v.maxLength(100)),
  /** Spoken characters a minute, 140–260. */
  speechRate: v.pipe(v.number(), v.minValue(140), v.maxValue(260)),
  outlineWidth: v.pipe(v.number(), v.minValue(0), v.maxValue(600)),
  panelWidth: v.pipe(v.number(), v.minValue(0), v.maxValue(900)),
  outlineOpen: v.boolean(),
  panelOpen: v.boolean(),
  /** Rules that are switched off, by id. */
  rulesOff: v.array(v.string()),
  /** By rule id: the weight its full findings have here. */
  severities: v.record(v.string(), v.picklist(['error', 'warning', 'note'])),
  /** Own key bindings: command id → key, as `Ctrl+Shift+E`. */
  keys: v.record(v.string(), v.string()),
  /** The preset of the last export. */
  preset: v.string(),
  /** Last folder of the open and save dialogs. */
  folder: v.string(),
})

export type Settings = v.InferOutput<typeof settingsSchema>

export const defaultSettings: Settings = {
  language: 'zh-CN',
  theme: 'system',
  whitePage: false,
  zoom: 0,
  userName: '',
  speechRate: 180,
  outlineWidth: 0,
  panelWidth: 0,
  outlineOpen: true,
  panelOpen: true,
  rulesOff: [],
  severities: {},
  keys: {},
  preset: 'standard',
  folder: '',
}
