import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ClaimOutcome } from '@/domain/revision/shape'
import type { Note } from '@/importing/incoming'
import type { ArticleShown } from '../article-shown'
import { answersIn, claimsUnder } from './revising-state'

type Props = {
  article: ArticleShown
  notes: readonly Note[]
  /** The text that the notes stand in. */
  text: string
  /** The claims with their places in that text, once they are known. */
  lines: readonly ClaimOutcome[]
  /** The questions with which the desk's own remarks end. */
  questions: readonly string[]
}

/** The comments of the file with their answers, on their words and the claims there. */
export function WriterNotes({ notes, questions, ...around }: Props) {
  const t = useTranslations('revision.new')
  if (notes.length === 0) return null
  const { answers, unanswered } = answersIn(notes, questions)
  return (
    <section className="grid gap-2" aria-labelledby="writer-notes">
      <h2 id="writer-notes" className="text-lg font-semibold">
        {t('notes')}
      </h2>
      {answers.length > 0 && <NoteList notes={answers} {...around} />}
      {unanswered.length > 0 && (
        <details className="grid gap-2">
          <summary>{t('unanswered', { count: unanswered.length })}</summary>
          <NoteList notes={unanswered} {...around} />
        </details>
      )}
    </section>
  )
}

function NoteList({ article, notes, text, lines }: Omit<Props, 'questions'>) {
  return (
    <ul className="grid gap-3">
      {notes.map((note, index) => (
        <li key={index} className="grid gap-1 border-s-2 border-line ps-3">
          <ClaimLinks articleId={article.id} numbers={claimsUnder(note, lines)} />
          {note.start < note.end && (
            <q lang={article.language} dir={article.dir}>
              {text.slice(note.start, note.end)}
            </q>
          )}
          {note.author !== '' && (
            <p className="text-sm text-ink-muted">
              <bdi>{note.author}</bdi>
            </p>
          )}
          <p dir="auto" className="break-words whitespace-pre-line">
            {note.text}
          </p>
        </li>
      ))}
    </ul>
  )
}

function ClaimLinks({ articleId, numbers }: { articleId: string; numbers: readonly number[] }) {
  const t = useTranslations('common')
  if (numbers.length === 0) return null
  return (
    <p className="flex flex-wrap gap-x-3">
      {numbers.map((number) => (
        <Link key={number} prefetch={false} className="link" href={`/articles/${articleId}/claims/${number}`}>
          {t('claimNumber', { number })}
        </Link>
      ))}
    </p>
  )
}
