import { z } from 'zod'
import { wellFormed } from '@/text/wellformed'

export const endSessionSchema = z.object({ id: z.uuid() })
export const endOtherSessionsSchema = z.object({})

/** Any address is accepted; `returnAddress` decides where it leads. */
export const signInAddressSchema = z.object({ callbackUrl: wellFormed(z.string().max(4_000)).optional() })
