import { useId } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { AnchorText } from '@/text/anchor'
import { piecesOf } from '@/text/revise/compare'
import { wordChanges } from '@/text/revise/word-changes'
import './nearest-words.css'

type Props = {
  near: readonly AnchorText[]
  /** The quote that the field holds now. */
  typed: string
  language: string
  onTake: (words: AnchorText) => void
}

/** Whether the field holds suggested words. */
export const isTaken = (near: readonly AnchorText[], typed: string) =>
  near.some(({ quote }) => quote === typed)

/**
 * The words that a quote may mean when it is not in the text, with the differences marked. The reader decides whether
 * to take one.
 */
export function NearestWords({ near, typed, language, onTake }: Props) {
  const t = useTranslations('common.nearest')
  const id = useId()
  if (near.length === 0 || isTaken(near, typed)) return null
  return (
    <section aria-label={t('heading')} className="nearest-words">
      <p className="text-sm text-ink-muted">{t('heading')}</p>
      <ul>
        {near.map((words) => (
          <li key={words.start}>
            <p id={`${id}-${words.start}`} lang={language} dir="auto">
              {words.prefix && <span className="text-ink-muted">…{words.prefix}</span>}
              <Compared typed={typed} quote={words.quote} />
              {words.suffix && <span className="text-ink-muted">{words.suffix}…</span>}
            </p>
            <Button size="sm" aria-describedby={`${id}-${words.start}`} onClick={() => onTake(words)}>
              {t('take')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const whole = (text: string) => ({ start: 0, end: text.length })

/** The words of the text, with the words marked that were typed differently. */
function Compared({ typed, quote }: { typed: string; quote: string }) {
  const runs = wordChanges({ text: typed, span: whole(typed) }, { text: quote, span: whole(quote) })
  return piecesOf(quote, whole(quote), runs, 'fresh').map(({ text, changed }, index) =>
    changed ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>,
  )
}
