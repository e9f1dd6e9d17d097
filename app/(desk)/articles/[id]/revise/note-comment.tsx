'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { COMMENT_MAX } from '@/domain/comment/schema'
import type { Note } from '@/importing/incoming'
import { boundaryAfter } from '@/text/grapheme'
import { commentOnArticleAction, commentOnClaimAction } from '../comments/actions'

type Claim = { id: string; number: number }
type Props = {
  articleId: string
  /** The claims on whose words the note stands. */
  claims: readonly Claim[]
  note: Pick<Note, 'author' | 'text'>
}

/** What was sent from this page, so that nothing is said twice after going back to the text. */
const KEYS = new Map<string, string>()
const ADDED = new Set<string>()

/** Adds a comment of the file, as a quotation, to the talk about a claim or, where it stands on none, the article. */
export function NoteComment({ articleId, claims, note }: Props) {
  const t = useTranslations('revision.new.talk')
  const onClaim = useAction(commentOnClaimAction)
  const onArticle = useAction(commentOnArticleAction)
  const said = note.author === '' ? t('quoted', note) : t('quotedBy', note)
  const text = said.slice(0, boundaryAfter(said, COMMENT_MAX))
  const [, setCount] = useState(0)
  const isAdded = (place: string) => ADDED.has(`${place} ${text}`)
  const add = async (place: string, send: (requestKey: string) => Promise<{ ok: boolean } | undefined>) => {
    const name = `${place} ${text}`
    const key = KEYS.get(name) ?? crypto.randomUUID()
    KEYS.set(name, key)
    const result = await send(key)
    if (!result?.ok) return
    ADDED.add(name)
    setCount(ADDED.size)
  }
  const words = { text, mentions: [] }
  const places = [
    ...claims.map(({ id, number }) => ({
      ...{ id, label: t('toClaim', { number }), done: t('atClaim', { number }) },
      send: (requestKey: string) => onClaim.run({ ...words, claimId: id, requestKey }),
    })),
    ...(claims.length > 0
      ? []
      : [
          {
            ...{ id: articleId, label: t('toArticle'), done: t('atArticle') },
            send: (requestKey: string) => onArticle.run({ ...words, articleId, requestKey }),
          },
        ]),
  ]
  return (
    <>
      <FailureBanner failure={onClaim.failure ?? onArticle.failure} />
      <ul className="flex flex-wrap gap-2 pb-2 ps-6 pointer-coarse:ps-8">
        {places.map(({ id, label, done, send }) => (
          <li key={id}>
            {isAdded(id) ? (
              <span role="status">{done}</span>
            ) : (
              <Button size="sm" busy={onClaim.busy || onArticle.busy} onClick={() => void add(id, send)}>
                {label}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
