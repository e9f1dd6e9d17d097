import { getTranslations } from 'next-intl/server'
import {
  Ellipsis,
  FilePen,
  History,
  ListChecks,
  ListPlus,
  MessageCircleQuestionMark,
  Pencil,
  SpellCheck2,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Menu, MenuLink } from '@/components/ui/menu'
import type { getArticle } from '@/domain/article/queries'

type Article = Awaited<ReturnType<typeof getArticle>>

type Way = { href: string; Sign: LucideIcon; words: string; file?: boolean }

/** A menu of the other pages of an article that the reader may open. */
export async function ArticleMenu({ article, corrections }: { article: Article; corrections: number }) {
  const t = await getTranslations('article')
  const tRevision = await getTranslations('revision')
  const tImport = await getTranslations('claimImport')
  const tCorrection = await getTranslations('correction')
  const tQuestion = await getTranslations('question.desk')
  const { id, may } = article
  const base = `/articles/${id}`
  const ways: (Way | false)[] = [
    may.change && { href: `${base}/edit`, Sign: Pencil, words: t('edit') },
    may.revise && { href: `${base}/revise`, Sign: FilePen, words: tRevision('new.link') },
    may.makeClaim && { href: `${base}/claim-import`, Sign: ListPlus, words: tImport('link') },
    { href: `${base}/questions`, Sign: MessageCircleQuestionMark, words: tQuestion('link') },
    { href: `${base}/history`, Sign: History, words: t('history') },
    { href: `/claims?article=${id}&sort=number`, Sign: ListChecks, words: t('inTable') },
    {
      href: `/corrections-desk?view=table&article=${id}`,
      Sign: SpellCheck2,
      words: tCorrection('articleLink', { count: corrections }),
    },
    may.export && { href: `${base}/marked-copy/docx`, Sign: Undo2, words: t('markedCopy'), file: true },
  ]
  return (
    <Menu
      trigger={
        <Button size="sm" variant="ghost" aria-label={t('more')} title={t('more')}>
          <Ellipsis aria-hidden className="size-5" />
        </Button>
      }
    >
      {ways.map(
        (way) =>
          way && (
            <MenuLink key={way.href} href={way.href} file={way.file}>
              <way.Sign aria-hidden className="size-4 text-ink-muted" />
              {way.words}
            </MenuLink>
          ),
      )}
    </Menu>
  )
}
