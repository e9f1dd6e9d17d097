import { z } from 'zod'
import { REASON_MAX } from '@/domain/correction/rules'
import { wellFormed } from '@/domain/text/wellformed'

const id = z.uuid('notAnId')

export const openRippleSchema = z.object({ id })
export const dismissRippleSchema = z.object({
  id,
  why: wellFormed(z.string('required').trim().min(1).max(REASON_MAX)),
})
