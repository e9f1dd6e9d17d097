/**
 * How far the histories have been proved: the one of what belongs to no article first, whose `articleId` is null, then
 * each article's by its id. `position` is the last line proved, null when the whole chain was.
 */
export type AuditPlace = { articleId: string | null; position: number | null }

export const AUDIT_START: AuditPlace = { articleId: null, position: 0 }
