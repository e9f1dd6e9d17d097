/**
 * How far the histories have been proved. The administration history, whose `articleId` is null, comes first. The
 * articles follow in the order of their ids. `position` is the last line proved; it is null when the whole chain is
 * proved.
 */
export type Checkpoint = { articleId: string | null; position: number | null }

export const AUDIT_START: Checkpoint = { articleId: null, position: 0 }
