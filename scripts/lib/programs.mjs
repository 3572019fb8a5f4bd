// Programs of the computer that the package registry does not bring: looked for, installed where that is allowed.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { findChromium } from '../../electron/browser-runtime/find-chromium.ts'
import { say } from './say.mjs'

/** `debian`: name of the package on Debian and Ubuntu; `elsewhere`: how to get it on other systems. */
const known = {
  browser: {
    debian: 'chromium',
    is: () => findChromium() !== undefined,
    what: 'Chromium、Chrome 或 Edge 浏览器（画窗口、生成 PDF）',
    elsewhere: '安装 Google Chrome 或 Microsoft Edge；Fedora/openEuler：dnf install chromium',
  },
  fontList: {
    debian: 'fontconfig',
    is: () => onPath('fc-list'),
    what: 'fontconfig（查找字体）',
    elsewhere: 'Fedora/openEuler：dnf install fontconfig',
  },
  fonts: {
    debian: 'fonts-noto-cjk',
    is: hasChineseFont,
    what: '中文字体',
    elsewhere: '安装任何一款中文字体，例如 Noto Serif CJK SC',
  },
  office: {
    debian: 'libreoffice-writer-nogui',
    is: () => onPath('soffice'),
    what: 'LibreOffice Writer（测试用：核对导出的 Word 文件）',
    elsewhere: '从 https://www.libreoffice.org 安装',
  },
  calc: {
    debian: 'libreoffice-calc-nogui',
    is: () => libraryFolders.some((folder) => existsSync(join(folder, 'libreoffice/program/libsclo.so'))),
    what: 'LibreOffice Calc（测试用：核对导出的表格文件）',
    elsewhere: '从 https://www.libreoffice.org 安装',
  },
  uno: {
    debian: 'python3-uno',
    is: () => existsSync('/usr/lib/python3/dist-packages/uno.py'),
    what: 'python3-uno（测试用：驱动 LibreOffice）',
    elsewhere: 'Fedora/openEuler：dnf install libreoffice-pyuno',
  },
  pdf: {
    debian: 'poppler-utils',
    is: () => onPath('pdftotext'),
    what: 'poppler-utils（测试用：读 PDF）',
    elsewhere: 'Fedora/openEuler：dnf install poppler-utils；macOS：brew install poppler',
  },
  xmllint: {
    debian: 'libxml2-utils',
    is: () => onPath('xmllint'),
    what: 'xmllint（测试用：核对 XML）',
    elsewhere: 'Fedora/openEuler：dnf install libxml2',
  },
  xslt: {
    debian: 'xsltproc',
    is: () => onPath('xsltproc'),
    what: 'xsltproc（测试用：核对 XML）',
    elsewhere: 'Fedora/openEuler：dnf install libxslt',
  },
  unzip: {
    debian: 'unzip',
    is: () => onPath('unzip'),
    what: 'unzip（测试用：拆开 Word 文件）',
    elsewhere: 'Fedora/openEuler：dnf install unzip',
  },
  screen: {
    debian: 'xvfb',
    is: () => onPath('Xvfb'),
    what: 'xvfb（测试用：没有显示器时的屏幕）',
    elsewhere: 'Fedora/openEuler：dnf install xorg-x11-server-Xvfb',
  },
  screenKey: {
    debian: 'xauth',
    is: () => onPath('xauth'),
    what: 'xauth（测试用：同上）',
    elsewhere: 'Fedora/openEuler：dnf install xauth',
  },
}

/** Where Debian, Fedora and openEuler put it. */
const libraryFolders = ['/usr/lib', '/usr/lib64']

/** The names of those that are still missing after everything that is allowed was tried. */
export function installPrograms(names) {
  const wanted = process.platform === 'linux' ? names : names.filter((name) => name === 'browser')
  const missing = () => wanted.filter((name) => !known[name].is())
  const before = missing()
  if (before.length === 0) return []
  if (isDebianAsRoot()) installOnDebian(before.map((name) => known[name].debian))
  return missing()
}

export function explainMissing(names) {
  for (const name of names) {
    const { what, debian, elsewhere } = known[name]
    say(`缺少${what}。Debian/Ubuntu：sudo apt-get install ${debian}；${elsewhere}。`)
  }
}

export const programsForStart = ['browser', 'fontList', 'fonts']
export const programsForTests = Object.keys(known)

function isDebianAsRoot() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function installOnDebian(packages) {
  say(`正在安装系统软件包：${packages.join(' ')}（首次约需几分钟，需要联网）…`)
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
}

function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isProgram(join(folder, name)))
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function hasChineseFont() {
  return spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout?.trim() ? true : false
}
