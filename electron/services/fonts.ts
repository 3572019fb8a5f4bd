import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const limits = { maxBuffer: 1 << 24, timeout: 10_000, windowsHide: true }

/** Families the system can draw, in every language it names them; empty where it cannot be asked. */
export async function installedFonts(platform: NodeJS.Platform = process.platform): Promise<string[]> {
  try {
    return [...new Set(await ask(platform))].sort()
  } catch {
    return []
  }
}

async function ask(platform: NodeJS.Platform): Promise<string[]> {
  if (platform === 'win32') return askRegistry()
  if (platform === 'darwin') return askProfiler()
  const { stdout } = await run('fc-list', ['--format', '%{family}\n'], limits)
  return familiesOfFontconfig(stdout)
}

/** One line a font, its names separated by commas. */
export function familiesOfFontconfig(listing: string): string[] {
  return listing.split(/[\n,]/).flatMap((name) => name.trim() || [])
}

async function askRegistry(): Promise<string[]> {
  const key = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Fonts'
  const lists = await Promise.all(
    ['HKLM', 'HKCU'].map((hive) =>
      run('reg', ['query', `${hive}\\${key}`], limits).then(
        ({ stdout }) => stdout,
        () => '',
      ),
    ),
  )
  return lists.flatMap(familiesOfRegistry)
}

/** `    仿宋 (TrueType)    REG_SZ    simfang.ttf`, several families joined by `&`. */
export function familiesOfRegistry(listing: string): string[] {
  return [...listing.matchAll(/^ {4}(.+?)(?: \((?:TrueType|OpenType|All res)\))? {4}REG_SZ/gm)].flatMap(
    ([, names = '']) => names.split('&').map((name) => name.trim()),
  )
}

async function askProfiler(): Promise<string[]> {
  const { stdout } = await run('system_profiler', ['SPFontsDataType', '-json'], limits)
  const { SPFontsDataType: files } = JSON.parse(stdout) as {
    SPFontsDataType: { typefaces?: { family?: string }[] }[]
  }
  return files.flatMap(({ typefaces = [] }) => typefaces.flatMap(({ family }) => family ?? []))
}
