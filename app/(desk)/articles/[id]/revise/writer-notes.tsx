import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { NoteList } from '@/components/import/note-list'
import type { ClaimOutcome } from '@/domain/revision/shape'
import type { Note } from '@/importing/incoming'
import type { ArticleShown } from '../article-shown'
import { NoteComment } from './note-comment'
import { claimsUnder, isTalk, linesUnder } from './noted-claims'
import type { useRevising } from './use-revising'
import './writer-notes.css'

type Props = {
  article: ArticleShown
  notes: readonly Note[]
  /** Remarks of the desk that came back without an answer. */
  unanswered: readonly Note[]
  /** The text that the notes stand in. */
  text: string
}

/** The comments of the file with their answers, on their words. */
export function WriterNotes({ article, notes, unanswered, text }: Props) {
  const t = useTranslations('revision.new')
  if (notes.length + unanswered.length === 0) return null
  return (
    <section className="grid gap-2" aria-labelledby="writer-notes">
      <h2 id="writer-notes" className="text-lg font-semibold">
        {t('notes')}
      </h2>
      {notes.length > 0 && <p className="text-sm text-ink-muted">{t('notesHint')}</p>}
      <ReadNotes {...{ article, notes, text }} />
      <Unanswered {...{ article, unanswered, text }} />
    </section>
  )
}

function ReadNotes({ article, notes, text }: Omit<Props, 'unanswered'>) {
  return (
    <ul className="grid gap-3">
      {notes.map((note, index) => (
        <li key={index} className="grid gap-1 border-s-2 border-line ps-3">
          {note.start < note.end && (
            <q lang={article.language} dir={article.dir} className="writer-note-words">
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

function Unanswered({ article, unanswered, text }: Omit<Props, 'notes'>) {
  const t = useTranslations('revision.new')
  if (unanswered.length === 0) return null
  return (
    <details className="grid gap-2">
      <summary>{t('unanswered', { count: unanswered.length })}</summary>
      <ReadNotes {...{ article, notes: unanswered, text }} />
    </details>
  )
}

type ChosenProps = {
  article: ArticleShown
  noted: ReturnType<typeof useRevising>['noted']
  unanswered: readonly Note[]
  text: string
  lines: readonly ClaimOutcome[]
}

/** The comments of the file with the claims on their words, to choose the ones that become claims. */
export function ChosenNotes({ article, noted, unanswered, text, lines }: ChosenProps) {
  const notes = noted.notes.map((shown) => ({
    ...shown,
    above: <ClaimLinks articleId={article.id} numbers={claimsUnder(shown.note, lines)} />,
    below: isTalk(shown, lines) && (
      <NoteComment articleId={article.id} claims={linesUnder(shown.note, lines)} note={shown.note} />
    ),
  }))
  return (
    <>
      {notes.length > 0 && (
        <NoteList
          notes={notes}
          claims={noted.claims.length}
          language={article.language}
          onLeave={noted.onLeave}
        />
      )}
      <Unanswered {...{ article, unanswered, text }} />
    </>
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
