export function failedUnits(report: {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}): string[]

type Spec = { title: string; file: string; line: number; tests: { status: string }[] }
export type Suite = { suites?: Suite[]; specs?: Spec[] }

export function failedJourneys(suites: Suite[]): string[]
export function chanceJourneys(suites: Suite[]): string[]
