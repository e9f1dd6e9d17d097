import { piecesOf } from '@/text/revise/compare'
import { wordChanges } from '@/text/revise/word-changes'
import './sides.css'

/** A passage with its name, and the language it is written in. */
export type SidePassage = { name: string; text: string; language?: string; dir: 'ltr' | 'rtl' | 'auto' }

type Props = { old: SidePassage; fresh: SidePassage }

const whole = (text: string) => ({ start: 0, end: text.length })

/** Two passages side by side, each with the words that the other lacks marked. */
export function Sides({ old, fresh }: Props) {
  const [before, after] = [old.text, fresh.text]
  const runs = wordChanges({ text: before, span: whole(before) }, { text: after, span: whole(after) })
  const sides = [
    { ...old, Mark: 'del' as const, pieces: piecesOf(before, whole(before), runs, 'old') },
    { ...fresh, Mark: 'ins' as const, pieces: piecesOf(after, whole(after), runs, 'fresh') },
  ]
  return (
    <dl className="sides word-changes">
      {sides.map(({ name, language, dir, Mark, pieces }, side) => (
        <div key={side}>
          <dt className="text-sm text-ink-muted">{name}</dt>
          <dd lang={language} dir={dir}>
            {pieces.map(({ text, changed }, index) =>
              changed ? <Mark key={index}>{text}</Mark> : <span key={index}>{text}</span>,
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
