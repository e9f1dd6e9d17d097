export type Project = 'pure' | 'together' | 'alone' | 'stress'
export function testFiles(root?: string): string[]
export function projectOf(file: string, code: string, reached: ReadonlySet<string>): Project
export function projects(root?: string): Record<Project, string[]>
