export const PARTS: string[]
export const EXTRA: string[]
export function asked(given: string[]): { parts: string[]; words: string[] }
