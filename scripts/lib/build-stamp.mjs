// The build is made again when a file that goes into it has changed: a hash of their contents lies beside the result.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const sources = [
  'renderer',
  'shared',
  'electron/preload.ts',
  'electron/browser-runtime',
  'vite.config.ts',
  'scripts/build.mjs',
  'package-lock.json',
]
const results = ['dist/renderer/index.html', 'dist/preload.cjs', 'dist/browser-runtime-page.js']
const stamp = join(root, 'dist', 'sources.sha256')

export function isBuilt() {
  if (!results.every((result) => existsSync(join(root, result))) || !existsSync(stamp)) return false
  return readFileSync(stamp, 'utf8') === hashOfSources()
}

export function rememberBuild() {
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, hashOfSources())
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesBelow))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

function filesBelow(path) {
  const absolute = join(root, path)
  if (!existsSync(absolute)) return []
  const entries = readdirOrFile(absolute)
  return entries === undefined ? [path] : entries.flatMap((entry) => filesBelow(`${path}/${entry}`))
}

function readdirOrFile(path) {
  try {
    return readdirSync(path).sort()
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  }
}
