import { db } from '@/prisma/client'
import { keyOf } from './desk'

/** What a newcomer can try, in plain words with addresses; nothing on a desk that lacks the story of the demo. */
export async function thingsToTry(url: string): Promise<string[]> {
  const keys = ['measles-second-dose.en', 'correction-kittiwake'].map(keyOf)
  const found = await db().request.findMany({ where: { key: { in: keys } } })
  const [measles, kittiwake] = keys.map((key) => found.find((one) => one.key === key)?.subjectId)
  const correction = await db().correction.findFirst({
    where: { id: { in: kittiwake ? [kittiwake] : [] } },
    select: { number: true },
  })
  if (!measles || !correction) return []
  return [
    `See which claims are late, and who has them: ${url}/claims?sort=due`,
    `Decide on claims before the deadline, with the keys v, d and n: ${url}/articles/${measles}`,
    `Find the article that repeats a corrected error: ${url}/corrections-desk/${correction.number}`,
    `Answer a reader, and finish the correction that is late: ${url}/corrections-desk`,
    `Read what readers see, without an account: ${url}/corrections`,
  ]
}
