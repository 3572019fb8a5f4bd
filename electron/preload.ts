import { contextBridge, ipcRenderer } from 'electron'
import { connectDesktop } from '../shared/desktop/bridge.ts'

const desktop = connectDesktop(
  (channel, request) => ipcRenderer.invoke(channel, request),
  (channel, hear) => {
    // The event itself is Electron's and stays here.
    const listener = (_event: unknown, value: unknown): void => hear(value)
    ipcRenderer.on(channel, listener)
    return () => void ipcRenderer.off(channel, listener)
  },
)

contextBridge.exposeInMainWorld('desktop', desktop)
