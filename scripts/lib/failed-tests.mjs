import path from 'node:path'

/** The failed tests of a Vitest JSON report, and the files of it that failed as a whole, each as `file: name`. */
export function failedUnits({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(process.cwd(), name)
    const tests = assertionResults.filter((test) => test.status === 'failed')
    if (tests.length > 0) return tests.map(({ fullName }) => `${file}: ${fullName}`)
    return status === 'failed' ? [`${file}: ${message.split('\n')[0]}`] : []
  })
}

/** The tests of a Playwright JSON report that failed at every try, each as `file:line name`. */
export const failedJourneys = (suites) => named(suites, 'unexpected')

/** Those that failed once and then passed. Something about them depends on chance. */
export const chanceJourneys = (suites) => named(suites, 'flaky')

const named = (suites, wanted) =>
  suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === wanted)).map(toName),
    ...named(inner, wanted),
  ])

const toName = ({ file, line, title }) => `${file}:${line} ${title}`
