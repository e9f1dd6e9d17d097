import { getFormatter, getTranslations } from 'next-intl/server'
import type { Asked, SentAnswer } from '@/domain/question/asked/shape'
import { Said } from './said'

type Own = { lang: string; dir: 'ltr' | 'rtl' }

function Items({ title, answer, own }: { title: string; answer: SentAnswer; own: Own }) {
  return (
    <section className="public-section">
      <h2>{title}</h2>
      <div className="public-note grid gap-4">
        {answer.items.map((said) => (
          <Said key={said.claimId} said={said} own={own} />
        ))}
      </div>
    </section>
  )
}

/** What this person has sent, the newest first. */
export async function SentAnswers({ asked, own }: { asked: Asked; own: Own }) {
  const [t, format] = await Promise.all([getTranslations('question.page'), getFormatter()])
  return asked.sent
    .toReversed()
    .map((answer) => (
      <Items
        key={answer.revision}
        title={t('sentAt', { at: format.dateTime(answer.at, 'long') })}
        {...{ answer, own }}
      />
    ))
}

/** What other experts of the same house have sent. */
export async function OthersAnswers({ asked, own }: { asked: Asked; own: Own }) {
  const [t, format] = await Promise.all([getTranslations('question.page'), getFormatter()])
  return asked.others.map((answer, index) => (
    <Items
      key={index}
      title={t('others', { name: answer.name, at: format.dateTime(answer.at, 'long') })}
      {...{ answer, own }}
    />
  ))
}
