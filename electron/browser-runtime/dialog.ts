import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, isAbsolute } from 'node:path'
import type { Page } from 'playwright-core'
import type { BrowserWindow } from './browser-window.ts'
import type { FileRequest } from './file-request.ts'
import { runtimeMode } from './runtime-mode.ts'
import { strict } from './strict.ts'

export interface FileDialogOptions {
  title?: string
  defaultPath?: string
  buttonLabel?: string
  filters?: { name: string; extensions: string[] }[]
  properties?: ('openFile' | 'openDirectory' | 'multiSelections' | 'createDirectory')[]
}

/** File dialogs drawn in the window: a page cannot be given a path by the browser's own ones. */
export const dialog = strict('dialog', {
  async showOpenDialog(
    window: BrowserWindow,
    options: FileDialogOptions,
  ): Promise<{ canceled: boolean; filePaths: string[] }> {
    const paths = await ask(window, options, false)
    return { canceled: paths === null, filePaths: paths ?? [] }
  },
  async showSaveDialog(
    window: BrowserWindow,
    options: FileDialogOptions,
  ): Promise<{ canceled: boolean; filePath: string }> {
    const paths = await ask(window, options, true)
    return { canceled: paths === null, filePath: paths?.[0] ?? '' }
  },
})

async function ask(window: BrowserWindow, options: FileDialogOptions, save: boolean): Promise<string[] | null> {
  const prepared = takePreparedAnswer()
  if (prepared !== undefined) return typeof prepared === 'string' ? [prepared] : prepared
  const place = options.defaultPath ?? ''
  const isFolder = isAbsolute(place) && isExistingFolder(place)
  const request: FileRequest = {
    save,
    choose: kindOf(options),
    title: options.title ?? '',
    buttonLabel: options.buttonLabel ?? '',
    folder: isFolder ? place : isAbsolute(place) ? dirname(place) : homedir(),
    name: isFolder ? '' : basename(place),
    filters: options.filters ?? [],
  }
  // A window that closes meanwhile answers for its dialog: cancelled.
  return window.drawnIn((page) => draw(page, request)).catch(() => null)
}

function kindOf({ properties = [] }: FileDialogOptions): FileRequest['choose'] {
  if (properties.includes('openDirectory')) return 'folder'
  return properties.includes('multiSelections') ? 'files' : 'file'
}

async function draw(page: Page, request: FileRequest): Promise<string[] | null> {
  return page.evaluate((asked) => {
    const choose = (window as unknown as Record<symbol, (request: unknown) => Promise<string[] | null>>)[
      Symbol.for('zhenggao.chooseFile')
    ]
    return choose?.(asked) ?? null
  }, request)
}

/** Tests answer without a hand; undefined: nothing is prepared, the dialog is drawn. */
function takePreparedAnswer(): string | string[] | null | undefined {
  if (runtimeMode.dialogAnswers === undefined) return undefined
  try {
    const [first, ...rest] = JSON.parse(readFileSync(runtimeMode.dialogAnswers, 'utf8')) as (string | string[] | null)[]
    writeFileSync(runtimeMode.dialogAnswers, JSON.stringify(rest))
    return first
  } catch {
    return undefined
  }
}

function isExistingFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
