import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

/** A page may use the program's own files and nothing else; text is never code. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

export interface PageFile {
  type: string
  read: () => Uint8Array
}

/** The files of the built window, by address. An address that is not in this list is not served: no path is ever joined. */
export function listPageFiles(folder: string, origin: string): Map<string, PageFile> {
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const type = types[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    files.set(origin + relative(folder, path).split(sep).join('/'), { type, read: () => readFileSync(path) })
  }
  return files
}

/** Query and fragment belong to the page itself. */
export function answerPageRequest(files: ReadonlyMap<string, PageFile>, address: string): Response {
  const file = files.get(address.split(/[?#]/, 1)[0] ?? '')
  if (!file) return new Response('', { status: 404 })
  return new Response(Buffer.from(file.read()), {
    headers: {
      'content-type': file.type,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
