import { z } from 'zod'
import { REASON_MAX } from '@/domain/correction/rules'
import { saying } from '@/text/wellformed'

const id = z.uuid('notAnId')

export const openRippleSchema = z.object({ id })
export const dismissRippleSchema = z.object({
  id,
  why: saying(REASON_MAX),
})
