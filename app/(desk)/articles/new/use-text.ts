'use client'

import type { ClipboardEvent } from 'react'
import { useTranslations } from 'next-intl'
import { useAction } from '@/components/form/use-action'
import { useToast } from '@/components/ui/toast'
import { readPasteAction } from './actions'
import { withInserted } from './brought'
import { withText } from './guessed'
import { structuredMarkup } from './pasted'
import type { useNewArticle } from './use-new-article'

type Article = ReturnType<typeof useNewArticle>

/** Handles typed and pasted text. It reads blocks from markup, and the article's description from front matter. */
export function useText(article: Article) {
  const tImport = useTranslations('importing')
  const toast = useToast()
  const paste = useAction(readPasteAction)
  const { fields } = article.form

  const setText = (text: string) => article.set(withText(article.now(), text))
  const onPaste = async (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const html = fields.markdown ? null : structuredMarkup(event.clipboardData)
    if (html === null || paste.busy) return
    event.preventDefault()
    const plain = event.clipboardData.getData('text/plain')
    const { selectionStart: from, selectionEnd: to } = event.currentTarget
    const result = await paste.run({ html })
    const { fields: now } = article.now()
    const replacesAll = now.text.slice(0, from).trim() === '' && now.text.slice(to).trim() === ''
    if (!result?.ok) {
      setText(`${now.text.slice(0, from)}${plain}${now.text.slice(to)}`)
      toast({ title: tImport('pasteKept') })
    } else if (replacesAll && (now.title === '' || result.value.title === '')) article.bring(result.value, '')
    else article.change(withInserted(article.now(), result.value, from, to))
  }
  return { setText, onPaste, pasting: paste.busy }
}
