import type { ReactNode } from 'react'
import { countCorrections } from '@/domain/correction/queries'
import { found } from '@/app/server/found'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import { ArticleDesk } from '../article-desk'
import { ArticleHeader } from '../article-header'
import { articleShown } from '../article-shown'
import { TextLinks } from '../text-links'
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
  const [[{ article, revision, claims }, coverage], corrections] = await found(
    Promise.all([readArticleOnce(actor, id), countCorrections(actor, id)]),
  )
  const open = coverage.sentences.filter((sentence) => sentence.state === 'open')
  return (
    <>
      <ArticleHeader
        article={article}
        claims={claims}
        open={coverage.open.sentences}
        corrections={corrections}
      />
      <ArticleDesk
        article={articleShown(article)}
        reading={readingOf(revision)}
        headlineStart={revision.headlineStart}
        blocks={revision.blocks}
        claims={claims.map(({ quote: _, ...claim }) => claim)}
        open={JSON.stringify(open.map(({ start, end }) => ({ start, end })))}
        mayMakeClaim={article.may.makeClaim}
        links={revision.links.filter(({ url }) => publicUrl(url))}
        linkList={<TextLinks links={revision.links} text={revision.text} />}
      >
        {children}
      </ArticleDesk>
    </>
  )
}
