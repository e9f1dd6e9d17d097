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

/** The failed and the flaky tests of a Playwright JSON report, each as `file:line name`. */
export function failedJourneys(suites) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs.filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky')).map(toName),
    ...failedJourneys(inner),
  ])
}

const toName = ({ file, line, title }) => `${file}:${line} ${title}`
