import type { Claim } from '@/domain/claim/shape'

/** A claim with the direction of its article. Browsers know fewer languages than the server, which tells it. */
export type PanelClaim = Claim & { dir: 'ltr' | 'rtl' }
