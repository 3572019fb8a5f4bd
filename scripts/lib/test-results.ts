import { isAbsolute, relative, sep } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** A run of tests: figures, and the names of what failed or passed at the second try only. */
export interface Outcome {
  passed: number
  failed: number
  notRun: number
  failures: string[]
  secondTry: string[]
}

/** What is read of the JSON report of Vitest. */
export interface UnitReport {
  numPassedTests: number
  numFailedTests: number
  numFailedTestSuites: number
  numPendingTests: number
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { ancestorTitles: string[]; title: string; status: string; failureMessages?: string[] | null }[]
  }[]
}

interface Suite {
  title: string
  file: string
  specs?: { title: string; tests: { status: string; results: { error?: { message?: string } }[] }[] }[]
  suites?: Suite[]
}

/** What is read of the JSON report of Playwright. */
export interface EndToEndReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors?: { message?: string }[]
  suites: Suite[]
}

const longest = 240

export function unitOutcome(report: UnitReport, root: string): Outcome {
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = fromRoot(name, root)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [lineOf([file], message)]
    return failed.map((test) => lineOf([file, ...test.ancestorTitles, test.title], test.failureMessages?.[0]))
  })
  const { numPassedTests: passed, numFailedTests, numFailedTestSuites, numPendingTests: notRun } = report
  return { passed, failed: numFailedTests || numFailedTestSuites, notRun, failures, secondTry: [] }
}

export function endToEndOutcome({ stats, errors = [], suites }: EndToEndReport): Outcome {
  const { expected, unexpected, flaky, skipped } = stats
  const tests = suites.flatMap((suite) => testsIn(suite, []))
  const named = (wanted: string): string[] =>
    tests.filter(({ status }) => status === wanted).map(({ place, message }) => lineOf(place, message))
  const general = errors.map(({ message }) => lineOf(['test/e2e'], message))
  return {
    passed: expected + flaky,
    failed: unexpected,
    notRun: skipped,
    failures: [...named('unexpected'), ...general],
    secondTry: named('flaky'),
  }
}

interface NamedTest {
  place: string[]
  status: string
  message: string | undefined
}

/** The outermost suite is a file; those within are groups of tests. */
function testsIn({ title, file, specs = [], suites = [] }: Suite, above: readonly string[]): NamedTest[] {
  const place = above.length === 0 ? [`test/e2e/${file}`] : [...above, title]
  const own = specs.flatMap((spec) =>
    spec.tests.map(({ status, results }) => ({
      place: [...place, spec.title],
      status,
      message: results.find(({ error }) => error)?.error?.message,
    })),
  )
  return [...own, ...suites.flatMap((suite) => testsIn(suite, place))]
}

/** A name and the first line of its error. */
function lineOf(place: readonly string[], message = ''): string {
  const first = stripVTControlCharacters(message)
    .split('\n')
    .map((words) => words.trim())
    .find(Boolean)
  const words = [place.filter(Boolean).join(' › '), ...(first === undefined ? [] : [first])].join(' — ')
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words
}

function fromRoot(path: string, root: string): string {
  return isAbsolute(path) ? relative(root, path).split(sep).join('/') : path
}
