import { protocol } from 'electron'
import { ownOrigin, ownScheme } from './own-address.ts'
import { answerPageRequest, listPageFiles } from './page-files.ts'

/** Has to be called before the application is ready. */
export function registerOwnScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: ownScheme, privileges: { standard: true, secure: true } }])
}

export function servePages(folder: string): void {
  const files = listPageFiles(folder, ownOrigin)
  protocol.handle(ownScheme, (request) => answerPageRequest(files, request.url))
}
