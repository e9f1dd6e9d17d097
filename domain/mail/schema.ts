import { z } from 'zod'
import { LOCALES } from '@/text/locale'

export const testMailSchema = z.object({ language: z.enum(LOCALES) })
export const resendMailSchema = z.object({ id: z.uuid('notAnId') })
