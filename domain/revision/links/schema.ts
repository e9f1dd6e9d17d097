import { z } from 'zod'
import { listOf } from '@/text/list'
import { sourceUrl } from '@/text/sources'

const LINKS_MAX = 5_000
const URL_MAX = 4_096

export const linksSchema = listOf(
  z.object({
    url: z
      .string('wrongType')
      .max(URL_MAX)
      .refine((url) => sourceUrl(url).ok, 'urlInvalid'),
    start: z.number().int().min(0),
    end: z.number().int().positive(),
  }),
  LINKS_MAX,
)
