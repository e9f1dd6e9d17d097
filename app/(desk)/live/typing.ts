/** How often a page repeats where its reader is, and that they type. Both are forgotten some time after. */
export const REPEAT_MS = 15_000
export const TYPING_AGAIN_MS = 3_000

/** What a page said last about its reader. */
export type Saying = { claimNumber: number | null; at: number; typedAt: number | null }

/** Whether to say now that somebody types: not at each letter, and again before it is forgotten. */
export const saysTyping = (last: Saying | null, claimNumber: number, at: number): boolean =>
  last?.claimNumber !== claimNumber || last.typedAt === null || at - last.typedAt >= TYPING_AGAIN_MS
