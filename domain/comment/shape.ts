import { z } from 'zod'
import { moment, orNull, pageShape, person, type Read } from '@/domain/shape'

export const comment = z
  .object({
    id: z.uuid(),
    threadId: z
      .uuid()
      .meta({ description: 'The first comment of its thread: its own id if it is that one.' }),
    text: z.string(),
    by: person,
    at: moment,
    mentions: z.array(person),
    questionId: z.uuid().nullable().meta({
      description: 'In the first comment of a thread: the question to somebody outside that it is about.',
    }),
    resolved: orNull(z.object({ at: moment, by: person })).meta({
      description: 'When and by whom its thread was resolved.',
    }),
  })
  .meta({ id: 'Comment' })
export type Comment = Read<typeof comment>

export const commentPage = pageShape(comment).meta({ id: 'CommentPage' })
export type CommentPage = Read<typeof commentPage>
