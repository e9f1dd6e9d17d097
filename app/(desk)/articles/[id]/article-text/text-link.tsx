import { useTranslations } from 'next-intl'
import { ArrowUpRight } from 'lucide-react'
import type { TextLink } from '@/domain/revision/links/links'
import './text-link.css'

/** Tells a link's words and its sign that they belong together. */
export const linkKey = ({ start, end }: TextLink) => `${start}-${end}`

/** The sign of the link on some words of the article. */
export function signOf(words: Element): HTMLAnchorElement | null {
  const key = words.closest<HTMLElement>('[data-start][data-link]')?.dataset.link
  const block = words.closest('[data-block]')
  return key && block ? block.querySelector(`a[data-link="${key}"]`) : null
}

/**
 * The link itself, behind its words. The words are no link, because then they could not be selected by touch, and a
 * claim on them could not be opened.
 */
export function LinkSign({ link, text }: { link: TextLink; text: string }) {
  const t = useTranslations('article')
  const words = text.slice(link.start, link.end).replace(/\s+/g, ' ').trim()
  return (
    <a
      className="link-sign"
      href={link.url}
      target="_blank"
      rel="noreferrer noopener"
      draggable={false}
      data-link={linkKey(link)}
      aria-label={t('textLink', { words, host: new URL(link.url).hostname })}
      onClick={(event) => event.stopPropagation()}
    >
      <ArrowUpRight aria-hidden className="size-3.5" />
    </a>
  )
}
