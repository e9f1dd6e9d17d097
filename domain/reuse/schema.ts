import { z } from 'zod'
import { language } from '@/domain/article/schema'
import { meant, claimIdSchema } from '@/domain/claim/schema'
import { saysSomething } from '@/text/likeness/message'
import { saying } from '@/text/wellformed'
import { MESSAGE_MAX } from './message'

export const seenVersion = z.int('wrongType').positive('wrongType').optional().meta({
  description:
    'The version of that claim which a person compared with this one: they saw both sentences, and every difference. Required unless words and sentences are the same, letter by letter.',
})

export const takeOverSchema = claimIdSchema.extend({
  /** The claim whose verdict and sources are taken over. */
  fromId: z.uuid('notAnId'),
  /** The version of that claim whose sentence was compared with this one's. It is needed when the two differ. */
  seenVersion,
})

/**
 * For single-key commands and for panels that may be changing to another claim: `meant` names the claim on the screen.
 */
export const takeOverMeantSchema = takeOverSchema.extend({ meant })

/** A message, a headline or the text of a link, as pasted. */
export const similarToTextSchema = z.object({
  text: saying(MESSAGE_MAX).pipe(z.string().refine(saysSomething, 'noWordsToFind')).meta({
    description:
      'A message, a headline or the text of a link. Web addresses, handles, marks of forwarding and pictures in it are not looked for. An address has at most 16 KB in all, and a letter of an Arabic text takes six bytes of it.',
  }),
  language: language
    .optional()
    .meta({ description: 'BCP 47; left out, the desk finds it out by the words.' }),
})

export const similarAddressSchema = similarToTextSchema.pick({ text: true }).partial()
