export class Stop extends Error {}
export function say(line: string): void
export function orStop(work: () => Promise<void>, codeOf?: (error: unknown) => number): Promise<void>
export function sentenceFor(error: unknown): string
