import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { found } from '@/app/server/found'
import { articlePageTitle } from '@/app/server/page-title'
import { recordParams } from '@/app/server/record-params'
import { requireActor } from '@/app/server/session'
import { PageHeader } from '@/components/shell/page-header'
import { getArticleText } from '@/domain/article/queries'
import { may } from '@/domain/permissions'
import { questionsOf } from '@/domain/question/queries'
import { isLate } from '@/domain/question/rules'
import { askAddressSchema } from '@/domain/question/schema'
import { now } from '@/services/clock'
import { directionOf } from '@/text/direction'
import { AskForm } from './ask-form'
import { QuestionList } from './question-list'

export const generateMetadata = articlePageTitle((t) => t('question.desk.title'))

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export default async function QuestionsPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { id } = await recordParams(params)
  const { params: asked } = await readAddress(askAddressSchema, searchParams)
  const [{ article, claims }, questions] = await found(
    Promise.all([getArticleText(actor, id), questionsOf(actor, id)]),
  )
  const t = await getTranslations('question.desk')
  const own = { language: article.language, dir: directionOf(article.language) }
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t('title')}
        description={
          <span lang={own.language} dir={own.dir} className="at-page-edge block">
            {article.title}
          </span>
        }
        actions={
          <Link className="link" href={`/articles/${id}`}>
            {t('back')}
          </Link>
        }
      />
      <QuestionList
        questions={questions}
        late={questions.filter((one) => isLate(one, now())).map((one) => one.id)}
      />
      {may(actor, 'askOutside') && (
        <section aria-labelledby="ask" className="mt-6 grid gap-4 border-t border-line pt-6">
          <h2 id="ask" className="text-xl font-semibold">
            {t('new')}
          </h2>
          <AskForm
            article={{ id, byline: article.byline, ...own }}
            claims={claims
              .map(({ id, number, quote }) => ({ id, number, quote }))
              .toSorted((a, b) => a.number - b.number)}
            chosen={claims.filter(({ number }) => number === asked.claim).map((claim) => claim.id)}
          />
        </section>
      )}
    </div>
  )
}
