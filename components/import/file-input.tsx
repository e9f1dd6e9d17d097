'use client'

import { useRef } from 'react'
import { useTranslations } from 'next-intl'
import { Upload } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Input } from '@/components/ui/field'
import { acceptOf, FORMATS } from '@/services/importing/formats'

/** What the choosing dialog offers first; anything may be chosen, and what it is tells its content. */
const ACCEPTED = acceptOf(FORMATS)

type Props = { multiple?: boolean; disabled?: boolean; onFiles: (files: File[]) => void }

/**
 * The browser's own control lies unseen over words in the desk's language. It forgets its choice at once, so that the
 * same file can be chosen again after it was changed.
 */
export function FileInput({ multiple = false, disabled, onFiles }: Props) {
  const t = useTranslations('importing')
  const input = useRef<HTMLInputElement>(null)
  return (
    <span className="file-input">
      <span aria-hidden className={cx(buttonClass(), 'w-full')}>
        <Upload className="size-4" />
        {t(multiple ? 'chooseMany' : 'choose')}
      </span>
      <Input
        ref={input}
        type="file"
        accept={ACCEPTED}
        multiple={multiple}
        disabled={disabled}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          if (input.current) input.current.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </span>
  )
}
