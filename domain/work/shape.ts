import { z } from 'zod'
import { claimRow } from '@/domain/claim/shape'
import { correctionRow } from '@/domain/correction/shape'
import { articleName, moment, orNull, person, type Read } from '@/domain/shape'
import { WORK_COUNTED } from './rules'

const section = <S extends z.ZodType>(row: S, description: string) =>
  z
    .object({
      total: z.int().meta({
        description: `How many there are; ${WORK_COUNTED} stands for that many or more. \`items\` has the first of them.`,
      }),
      items: z.array(row),
    })
    .meta({ description })

const load = {
  open: z.int().meta({ description: 'Claims that nobody has reviewed.' }),
  overdue: z.int().meta({ description: 'Those of them that are past due.' }),
  today: z.int().meta({ description: 'Those of them that are due today, on the newsroom’s calendar.' }),
}

const personLoad = z.object({
  person: orNull(person).meta({ description: 'Null for the claims that are assigned to nobody.' }),
  ...load,
})
export type PersonLoad = Read<typeof personLoad>

const articleLoad = z.object({ article: articleName, deadline: moment.nullable(), ...load })
export type ArticleLoad = Read<typeof articleLoad>

const deskWork = z.object({
  people: z.object({ total: z.int(), items: z.array(personLoad) }),
  articles: z.object({ total: z.int(), items: z.array(articleLoad) }),
})
export type DeskWork = Read<typeof deskWork>

const mention = z.object({
  id: z.uuid().meta({ description: 'The comment.' }),
  text: z.string(),
  at: moment,
  by: person,
  article: articleName,
  claim: orNull(z.object({ id: z.uuid(), number: z.int() })).meta({
    description: 'Null when the comment is about the article as a whole.',
  }),
})
export type Mention = Read<typeof mention>

export const myWork = z
  .object({
    overdue: z.int().meta({ description: 'How many claims that are assigned to the reader are overdue.' }),
    due: section(claimRow, 'Assigned to the reader, unreviewed, and due before the end of today or overdue.'),
    assigned: section(
      claimRow,
      'Assigned to the reader: the unreviewed ones by their due time, then the others.',
    ),
    sentBack: section(
      claimRow,
      'Unreviewed because a second reader returned the verdict, or because the text changed after it; the reader gave it or has to give it again.',
    ),
    signOff: section(claimRow, 'Waiting for a second person’s sign-off, which the reader may give.'),
    mentions: section(
      mention,
      'Comments in open threads that name the reader, who has not answered there since.',
    ),
    corrections: section(correctionRow, 'Open corrections that the reader owns.'),
    desk: orNull(deskWork).meta({
      description:
        'The work of all people and articles, the most urgent first; null for people who assign none.',
    }),
  })
  .meta({ id: 'MyWork' })
export type MyWork = Read<typeof myWork>
