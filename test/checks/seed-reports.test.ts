import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkReport } from '../../shared/checks/check-report.ts'
import { checkInput } from '../support/check-data.ts'

/** Real reports lie beside the project where it is developed; the list holds rule and offsets, no text. */
const seeds = new URL('../../../shared/reports/seeds/', import.meta.url)
const listFile = new URL('./seeds-findings.json', import.meta.url)
const sample = new URL('../../templates/sample/report.json', import.meta.url)
const reviewed = JSON.parse(readFileSync(listFile, 'utf8')) as Record<string, string[]>

describe('findings of real reports', () => {
  if (existsSync(seeds)) {
    test.each(['000', '001', '002', '003', '004'])('%s: as reviewed', (name) => {
      for (const part of readParts(name)) {
        const found = findingsOf(part.text)
        if (process.env['UPDATE_GOLDEN'] === '1') reviewed[part.name] = found
        expect(found, part.name).toEqual(reviewed[part.name])
      }
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(listFile, `${JSON.stringify(reviewed, null, 2)}\n`)
    })
  } else {
    test('no real reports beside the project: the sample is checked instead', () => {
      expect(existsSync(sample)).toBe(true)
      const words = readFileSync(sample, 'utf8')
      const text = [...words.matchAll(/"text":\s*"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]).join('\n')
      expect(findingsOf(text).length).toBeGreaterThan(0)
      expect(findingsOf('全镇经济平稳发展。')).toEqual([])
    })
  }
})

function findingsOf(text: string): string[] {
  return checkReport(checkInput(text)).findings.map(
    ({ rule, severity, start, end }) => `${start}-${end} ${severity} ${rule}`,
  )
}

/** A collection of reports is read one by one, so that none is judged by another's figures. */
function readParts(name: string): { name: string; text: string }[] {
  const text = readFileSync(new URL(`${name}.txt`, seeds), 'utf8').replace(/^\uFEFF/, '')
  const heads = [...text.matchAll(/^.{2,8}政府工作报告篇([一二三四五六七八九])[ \t]*$/gm)]
  if (heads.length < 2) return [{ name, text }]
  return heads.map((head, index) => ({
    name: `${name}-${index + 1}`,
    text: text.slice(head.index + head[0].length, heads[index + 1]?.index ?? text.length),
  }))
}
