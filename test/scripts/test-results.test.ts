import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { endToEndOutcome, unitOutcome, type EndToEndReport, type UnitReport } from '../../scripts/lib/test-results.ts'

const root = join('/', 'somewhere', 'zhenggao')

describe('unit tests', () => {
  const report: UnitReport = {
    numPassedTests: 7,
    numFailedTests: 1,
    numFailedTestSuites: 2,
    numPendingTests: 3,
    testResults: [
      {
        name: join(root, 'test', 'numbers', 'decimal.test.ts'),
        status: 'failed',
        message: '',
        assertionResults: [
          { ancestorTitles: [], title: 'adds', status: 'passed', failureMessages: [] },
          {
            ancestorTitles: ['rounding', 'half'],
            title: 'goes up',
            status: 'failed',
            failureMessages: ['\u001B[31mAssertionError: expected 1 to be 2\u001B[39m\n    at somewhere'],
          },
        ],
      },
      {
        name: join(root, 'test', 'broken.test.ts'),
        status: 'failed',
        message: '\nCannot find module x\nmore',
        assertionResults: [],
      },
    ],
  }

  test('each that failed is named with its file and the first line of its error, and a file that did not load too', () => {
    expect(unitOutcome(report, root)).toEqual({
      passed: 7,
      failed: 1,
      notRun: 3,
      failures: [
        'test/numbers/decimal.test.ts › rounding › half › goes up — AssertionError: expected 1 to be 2',
        'test/broken.test.ts — Cannot find module x',
      ],
      secondTry: [],
    })
  })

  test('a file that did not load is a failure also where no test failed', () => {
    expect(unitOutcome({ ...report, numFailedTests: 0 }, root).failed).toBe(2)
  })
})

describe('end-to-end tests', () => {
  const failing = { error: { message: 'Error: expect(locator).toBeFocused() failed\n\nLocator: …' } }
  const report: EndToEndReport = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
    suites: [
      {
        title: 'window.e2e.ts',
        file: 'window.e2e.ts',
        specs: [
          { title: 'opens', tests: [{ status: 'expected', results: [{}] }] },
          { title: 'gives the focus back', tests: [{ status: 'flaky', results: [failing, {}] }] },
        ],
        suites: [
          {
            title: 'in the dark',
            file: 'window.e2e.ts',
            specs: [{ title: 'is seen', tests: [{ status: 'unexpected', results: [failing, failing] }] }],
          },
        ],
      },
    ],
  }

  test('what failed twice is named, and what passed at the second try apart from it', () => {
    expect(endToEndOutcome(report)).toEqual({
      passed: 5,
      failed: 1,
      notRun: 2,
      failures: ['test/e2e/window.e2e.ts › in the dark › is seen — Error: expect(locator).toBeFocused() failed'],
      secondTry: ['test/e2e/window.e2e.ts › gives the focus back — Error: expect(locator).toBeFocused() failed'],
    })
  })

  test('what stopped the whole run is said', () => {
    const stopped = { ...report, suites: [], errors: [{ message: 'the window could not be built' }] }
    expect(endToEndOutcome(stopped).failures).toEqual(['test/e2e — the window could not be built'])
  })

  test('a long name is cut, so that a line stays a line', () => {
    const [suite] = report.suites
    const long = { ...report, suites: [{ ...suite, title: '', file: 'x'.repeat(500) } as never] }
    expect(endToEndOutcome(long).failures[0]).toHaveLength(240)
  })
})
