import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/field'
import { directionOf } from '@/text/direction'
import type { Note } from '@/importing/incoming'
import './note-list.css'

export type ShownNote = {
  note: Note
  index: number
  /** The words that the note referred to at import. */
  quote: string
  /** Notes in the states `wordless`, `changed` and `claimed` cannot become claims. */
  state: 'ticked' | 'unticked' | 'wordless' | 'changed' | 'claimed'
  /** What stands above the words, such as the claims on them. */
  above?: ReactNode
  /** What stands below the note, such as other uses of it. */
  below?: ReactNode
}

type Props = {
  notes: ShownNote[]
  /** How many claims the ticked ones make. */
  claims: number
  language: string
  /** Gets the indexes of the unticked notes. */
  onLeave: (left: number[]) => void
}

/** Comments and footnotes with the words they refer to. The reader ticks the ones that become claims. */
export function NoteList({ notes, claims, language, onLeave }: Props) {
  const t = useTranslations('importing')
  const usable = notes.filter(({ state }) => state === 'ticked' || state === 'unticked')
  const left = notes.filter(({ state }) => state === 'unticked').map(({ index }) => index)
  const toggle = (index: number, ticked: boolean) =>
    onLeave(ticked ? left.filter((one) => one !== index) : [...left, index])
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="pb-1 text-lg font-semibold">{t('notes.heading')}</legend>
      <p className="text-sm text-ink-muted">{t('notes.hint')}</p>
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="me-auto font-medium">
          {t('notes.claims', { count: claims })}
        </p>
        {usable.length > 1 && (
          <>
            <Button size="sm" onClick={() => onLeave([])}>
              {t('notes.all')}
            </Button>
            <Button size="sm" onClick={() => onLeave(usable.map(({ index }) => index))}>
              {t('notes.none')}
            </Button>
          </>
        )}
      </div>
      <ul>
        {notes.map((shown) => (
          <li key={shown.index} className="import-note">
            <NoteLine shown={shown} language={language} onToggle={(ticked) => toggle(shown.index, ticked)} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

type LineProps = { shown: ShownNote; language: string; onToggle: (ticked: boolean) => void }

function NoteLine({ shown, language, onToggle }: LineProps) {
  const t = useTranslations('importing')
  const { note, quote, state, above, below } = shown
  const origin = t(`notes.origin.${note.origin}`)
  const words =
    quote === '' ? (
      <span className="text-ink-muted">{t('notes.wordless')}</span>
    ) : (
      <q lang={language || undefined} dir={language ? directionOf(language) : 'auto'}>
        {quote}
      </q>
    )
  return (
    <>
      {above}
      <Checkbox
        className="min-h-0 items-start [&>input]:mt-1"
        label={<span className="min-w-0 flex-1">{words}</span>}
        checked={state === 'ticked'}
        disabled={state !== 'ticked' && state !== 'unticked'}
        onChange={(event) => onToggle(event.target.checked)}
      />
      <div className="grid gap-1 ps-6 pointer-coarse:ps-8">
        {state === 'claimed' && <p className="text-sm">{t('notes.claimed')}</p>}
        {state === 'changed' && <p className="text-sm font-medium">{t('notes.changed')}</p>}
        <p className="text-sm text-ink-muted">
          {note.author === '' ? origin : t('notes.by', { origin, author: note.author })}
          {note.settled && ` · ${t('notes.settled')}`}
        </p>
        <p dir="auto" className="break-words whitespace-pre-line">
          {note.text}
        </p>
        {note.links.length > 0 && (
          <ul className="text-sm">
            {note.links.map((link) => (
              <li key={link} className="break-all text-ink-muted">
                <bdi dir="ltr">{link}</bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
      {below}
    </>
  )
}
