import type { DesktopBridge } from '../shared/desktop/calls.ts'
import { startWindow } from './app/start-window.tsx'

declare global {
  interface Window {
    /** Set by the preload script. */
    desktop: DesktopBridge
  }
}

const place = document.getElementById('window')
if (place) void startWindow(place, window.desktop)
