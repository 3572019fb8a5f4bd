import { fromWire, toWire } from '../wire.ts'
import { chooseFile } from './choose-file.ts'
import type { FileRequest } from '../file-request.ts'
import { keepBrowserOut } from './keep-browser-out.ts'
import type { FolderListing } from '../list-folder.ts'

type Listener = (event: unknown, value: unknown) => void
type Preload = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void
type Call = (kind: 'invoke' | 'folder', text: string) => Promise<string>

/**
 * Runs in every page before its own scripts: gives the preload script what it imports from `electron`, and takes from
 * the page what belongs to the browser (its shortcuts, its context menu, dropped files).
 */
export function install({ bindingName }: { bindingName: string }, preload: Preload): void {
  const names = window as unknown as Record<string, unknown>
  const call = names[bindingName] as Call | undefined
  Reflect.deleteProperty(window, bindingName)
  if (!call || window !== window.top || !location.hostname.endsWith('.invalid')) return
  const listeners = new Map<string, Set<Listener>>()
  Object.defineProperty(window, Symbol.for('zhenggao.receive'), {
    value: (channel: string, text: string) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, fromWire(text))
    },
  })
  Object.defineProperty(window, Symbol.for('zhenggao.chooseFile'), {
    value: (request: FileRequest) =>
      chooseFile(request, async (folder) => fromWire(await call('folder', toWire(folder))) as FolderListing),
  })
  const module = { exports: {} }
  preload(() => electronForPages(call, listeners), module, module.exports)
  keepBrowserOut()
}

function electronForPages(call: Call, listeners: Map<string, Set<Listener>>): object {
  return {
    contextBridge: {
      exposeInMainWorld(name: string, api: object): void {
        Object.defineProperty(window, name, { value: Object.freeze({ ...api }), enumerable: true })
      },
    },
    ipcRenderer: {
      async invoke(channel: string, request: unknown): Promise<unknown> {
        return fromWire(await call('invoke', toWire([channel, request])))
      },
      on(channel: string, listener: Listener): void {
        const all = listeners.get(channel) ?? new Set()
        listeners.set(channel, all.add(listener))
      },
      off(channel: string, listener: Listener): void {
        listeners.get(channel)?.delete(listener)
      },
    },
  }
}
