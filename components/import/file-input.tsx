'use client'

import { useRef } from 'react'
import { Input } from '@/components/ui/field'

/** What the choosing dialog offers first; anything may be chosen, and what it is tells its content. */
const ACCEPTED = '.docx,.odt,.html,.htm,.xhtml,.md,.markdown,.txt,text/plain,text/html,text/markdown'

type Props = { multiple?: boolean; disabled?: boolean; onFiles: (files: File[]) => void }

/** Forgets its choice at once, so that the same file can be chosen again after it was changed. */
export function FileInput({ multiple, disabled, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Input
      ref={input}
      type="file"
      accept={ACCEPTED}
      multiple={multiple}
      disabled={disabled}
      className="file-input"
      onChange={(event) => {
        const files = [...(event.target.files ?? [])]
        if (input.current) input.current.value = ''
        if (files.length > 0) onFiles(files)
      }}
    />
  )
}
