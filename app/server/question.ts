import 'server-only'
import { cookies } from 'next/headers'
import { QUESTION_COOKIE } from '@/domain/question/asked/cookie'
import { getAsked } from '@/domain/question/asked/queries'
import type { Asked } from '@/domain/question/asked/shape'
import { settings } from '@/services/settings'

/** What this browser keeps since the code of the question was entered. */
export const proofOfBrowser = async () => (await cookies()).get(QUESTION_COOKIE)?.value

/** Keeps the proof for the address of this question alone. */
export async function keepProof(secret: string, { proof, until }: { proof: string; until: Date }) {
  ;(await cookies()).set(QUESTION_COOKIE, proof, {
    ...{ path: `/questions/${secret}`, expires: until, httpOnly: true, sameSite: 'lax' },
    secure: settings().publicUrl.startsWith('https:'),
  })
}

/**
 * What somebody outside sees at the address of a question.
 * @throws DomainError `not_found`; `forbidden` while a code is still to be entered
 */
export const openedQuestion = async (secret: string): Promise<Asked> =>
  getAsked({ secret, proof: await proofOfBrowser() })
