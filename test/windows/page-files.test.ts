import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerPageRequest, contentSecurityPolicy, listPageFiles } from '../../electron/windows/page-files.ts'
import { scratchFolder } from '../services/support/scratch.ts'

const origin = 'app://zhenggao/'

function files(): ReturnType<typeof listPageFiles> {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.html'), 'secret')
  writeFileSync(join(folder, 'renderer', 'index.html'), '<p>')
  writeFileSync(join(folder, 'renderer', 'assets', 'a.js'), '1')
  writeFileSync(join(folder, 'renderer', 'notes.exe'), 'x')
  return listPageFiles(join(folder, 'renderer'), origin)
}

describe('pages', () => {
  it('are served with their type and the policy', async () => {
    const known = files()
    const page = answerPageRequest(known, `${origin}index.html?x=1#y`)
    expect([page.status, await page.text()]).toEqual([200, '<p>'])
    expect(page.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answerPageRequest(known, `${origin}assets/a.js`).headers.get('content-type')).toBe(
      'text/javascript; charset=utf-8',
    )
  })

  it('never include what lies elsewhere or has no type', () => {
    const known = files()
    const steps = [
      '../',
      '..%2f',
      '%2e%2e/',
      '..\\',
      '%2e%2e%5c',
      './../',
      'assets/../../',
      'assets/%2e%2e/%2e%2e/',
      '//',
      '/',
    ]
    const asked = steps.flatMap((step) =>
      ['secret.html', 'renderer/index.html', 'index.html', 'etc/passwd', 'notes.exe'].map(
        (file) => `${origin}${step}${file}`,
      ),
    )
    expect(asked.length).toBe(50)
    expect(asked.filter((address) => answerPageRequest(known, address).status !== 404)).toEqual([])
    for (const address of [`${origin}notes.exe`, origin, 'app://other/index.html', 'file:///etc/passwd']) {
      expect(answerPageRequest(known, address).status).toBe(404)
    }
  })

  it('have a policy that allows nothing but the own files', () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
        "worker-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
  })
})
