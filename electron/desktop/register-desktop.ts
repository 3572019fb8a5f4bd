import { AsyncLocalStorage } from 'node:async_hooks'
import { ipcMain, type WebFrameMain } from 'electron'
import { answerDesktop } from '../../shared/desktop/bridge.ts'
import type { Desktop } from '../../shared/desktop/calls.ts'
import { isOwnAddress } from '../windows/own-address.ts'

/** The window whose call is being answered, by the id of its contents. */
const caller = new AsyncLocalStorage<number>()

export function callingWindow(): number | undefined {
  return caller.getStore()
}

/** Answers the calls of the program's own pages and of nobody else. */
export function registerDesktop(desktop: Desktop): void {
  answerDesktop((channel, answer) => {
    ipcMain.handle(channel, (event, request: unknown) => {
      if (!isOwnPage(event.senderFrame)) throw new Error(`${channel} called from a foreign frame`)
      return caller.run(event.sender.id, () => answer(request))
    })
  }, desktop)
}

function isOwnPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url)
}
