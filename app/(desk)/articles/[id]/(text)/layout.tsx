import type { ReactNode } from 'react'
import { countCorrections } from '@/domain/correction/queries'
import { found } from '@/app/server/found'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import { ArticleDesk } from '../article-desk'
import { ArticleFacts } from '../article-facts'
import { ArticleHeader } from '../article-header'
import { articleShown } from '../article-shown'
import { TextLinks } from '../text-links'
import { isCued } from '@/domain/sentence/rules'
import { publicUrl } from '@/text/public-address'
import { readingOf } from '@/text/reading'
import { readArticleOnce } from './once'

/** The text stays while the panel beside it changes: each claim's address is below this layout's address. */
export default async function ArticleLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ id: string }>
}) {
  const actor = await requireActor()
  const { id } = await recordParams(params)
  const [[{ article, revision, claims }, { sentences, open }], corrections] = await found(
    Promise.all([readArticleOnce(actor, id), countCorrections(actor, id)]),
  )
  const cued = sentences
    .filter(isCued)
    .map(({ position, start, end, cues }) => ({ position, start, end, cues }))
  return (
    <>
      <ArticleHeader article={article} claims={claims} corrections={corrections} />
      <ArticleDesk
        article={articleShown(article)}
        facts={<ArticleFacts article={article} open={open.sentences} toSettle={open.changed} />}
        reading={readingOf(revision)}
        headlineStart={revision.headlineStart}
        blocks={revision.blocks}
        claims={claims.map(({ quote: _, ...claim }) => claim)}
        open={JSON.stringify(cued)}
        sentences={JSON.stringify(
          article.may.makeClaim ? sentences.map(({ start, end }) => [start, end]) : [],
        )}
        mayMakeClaim={article.may.makeClaim}
        links={revision.links.filter(({ url }) => publicUrl(url))}
        linkList={<TextLinks links={revision.links} text={revision.text} />}
      >
        {children}
      </ArticleDesk>
    </>
  )
}
