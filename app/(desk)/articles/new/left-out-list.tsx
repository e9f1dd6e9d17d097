import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/field'
import { directionOf } from '@/text/direction'
import type { LeftOutPiece } from '@/importing/incoming'
import './left-out-list.css'

type Props = {
  /** In the order of the page. */
  pieces: LeftOutPiece[]
  /** How many blocks the text has without them. */
  blocks: number
  /** Indexes of the pieces that are in the text now. */
  taken: number[]
  language: string
  onTake: (taken: number[]) => void
}

const PLACES = ['between', 'before', 'after'] as const

/** What the desk left out of a web page. A ticked piece goes into the text at its place. */
export function LeftOutList({ pieces, blocks, taken, language, onTake }: Props) {
  const t = useTranslations('importing.leftOut')
  // It opens with a kept draft, and stays as the reader left it when the last piece is given up.
  const [wasOpen] = useState(taken.length > 0)
  const placeOf = ({ at }: LeftOutPiece) => (at === 0 ? 'before' : at >= blocks ? 'after' : 'between')
  const groups = PLACES.map((place) => ({
    place,
    shown: pieces.map((piece, index) => ({ piece, index })).filter(({ piece }) => placeOf(piece) === place),
  })).filter(({ shown }) => shown.length > 0)
  const toggle = (index: number, ticked: boolean) =>
    onTake(ticked ? [...taken, index] : taken.filter((one) => one !== index))
  return (
    <details className="left-out" open={wasOpen}>
      <summary>{t('heading', { count: pieces.length })}</summary>
      <p className="text-sm text-ink-muted">{t('hint')}</p>
      <p role="status" className="font-medium">
        {t('taken', { count: taken.length })}
      </p>
      {groups.map(({ place, shown }) => (
        <fieldset key={place} className="grid min-w-0">
          <legend className="font-semibold">{t(place)}</legend>
          <ul>
            {shown.map(({ piece, index }) => (
              <li key={index}>
                <Checkbox
                  className="items-start [&>input]:mt-1"
                  label={
                    <span lang={language || undefined} dir={language ? directionOf(language) : 'auto'}>
                      {piece.text}
                    </span>
                  }
                  checked={taken.includes(index)}
                  onChange={(event) => toggle(index, event.target.checked)}
                />
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
    </details>
  )
}
