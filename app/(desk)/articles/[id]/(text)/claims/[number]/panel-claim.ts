import type { Claim } from '@/domain/claim/shape'

/** A claim with the direction of its article. The server computes it, because browsers know fewer languages. */
export type PanelClaim = Claim & { dir: 'ltr' | 'rtl' }
