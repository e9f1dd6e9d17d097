import { z } from 'zod'
import { pageSchema } from '@/domain/list/params'
import { asciiDigits } from '@/text/digits'
import { noticeList } from './list'
import { MAIL_CHOICES, type NoticeKind } from './rules'

/** The address of the page of notices. */
export const noticesPageSchema = pageSchema(noticeList).extend({ unread: z.literal('true').optional() })

export const noticeIdSchema = z.object({ id: z.uuid('notAnId') })

/** All notices up to this one, which is the newest that was seen. */
export const readUpToSchema = z.object({ upTo: z.uuid('notAnId') })

const timeOfDay = z
  .string()
  .max(20)
  .transform((typed) => asciiDigits(typed).trim())
  .pipe(z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'wrongFormat')]))

const choice = z.enum(MAIL_CHOICES)
const mailChoices = z.object({
  assigned: choice,
  sent_back: choice,
  mentioned: choice,
  answered: choice,
  due: choice,
  overdue: choice,
} satisfies Record<NoticeKind, z.ZodType>)

export const chooseNoticesSchema = z
  .object({
    mail: mailChoices,
    /** On the newsroom's clock, HH:MM; both empty for none. */
    quietFrom: timeOfDay,
    quietTo: timeOfDay,
  })
  .superRefine(({ quietFrom, quietTo }, context) => {
    if ((quietFrom === '') !== (quietTo === ''))
      context.addIssue({
        code: 'custom',
        path: [quietFrom === '' ? 'quietFrom' : 'quietTo'],
        message: 'required',
      })
    else if (quietFrom !== '' && quietFrom === quietTo)
      context.addIssue({ code: 'custom', path: ['quietTo'], message: 'quietHoursEmpty' })
  })

/** Choices as they are stored; a kind that came later is absent. */
export const storedMailSchema = mailChoices.partial()
