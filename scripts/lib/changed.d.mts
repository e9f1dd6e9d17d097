export function changedFiles(): string[]
export function testsOf(tests: string[], files: string[], read?: (file: string) => string | null): string[]
