'use client'

import { useRef, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { Upload } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Input } from '@/components/ui/field'
import { acceptOf, FORMATS } from '@/importing/formats'
import './file-input.css'

/**
 * The formats that the file dialog offers first. Any file may be chosen: its content decides its format. A zip may hold
 * a page with its pictures.
 */
const ACCEPTED = `${acceptOf(FORMATS)},.zip,application/zip`

type Props = {
  multiple?: boolean
  disabled?: boolean
  /** File types in the syntax of HTML's `accept`; an empty string accepts any. */
  accept?: string
  onFiles: (files: File[]) => void
  /** The label of the button. */
  children?: ReactNode
}

/**
 * The browser's own control is invisible on top of a label in the desk's language. It forgets its choice at once, so
 * the same file can be chosen again after a change.
 */
export function FileInput({ multiple = false, disabled, accept = ACCEPTED, onFiles, children }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <span className="file-input">
      <span aria-hidden className={cx(buttonClass(), 'w-full')}>
        {children ?? <Choose multiple={multiple} />}
      </span>
      <Input
        ref={input}
        type="file"
        accept={accept}
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

function Choose({ multiple }: { multiple: boolean }) {
  const t = useTranslations('importing')
  return (
    <>
      <Upload className="size-4" />
      {t(multiple ? 'chooseMany' : 'choose')}
    </>
  )
}
