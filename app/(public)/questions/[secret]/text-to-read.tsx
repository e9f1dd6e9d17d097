import { getTranslations } from 'next-intl/server'
import type { TextBlock, TextRun } from '@/domain/question/asked/shape'

function Words({ run }: { run: TextRun }) {
  const words = run.fresh ? <ins>{run.text}</ins> : run.text
  return (
    <>
      {run.opening.map((number) => (
        <a key={number} className="question-number" href={`#part-${number}`}>
          {number}
        </a>
      ))}
      {run.asked ? <mark className="question-asked">{words}</mark> : words}
    </>
  )
}

type Props = { blocks: readonly TextBlock[]; own: { lang: string; dir: 'ltr' | 'rtl' } }

/** The text of the article, with the words asked about and those that are new since the last answer. */
export async function TextToRead({ blocks, own }: Props) {
  const t = await getTranslations('question.page')
  const runs = blocks.flatMap((block) => block.runs)
  return (
    <section className="public-section" aria-labelledby="question-text">
      <h2 id="question-text">{t('textTitle')}</h2>
      <p className="text-sm text-ink-muted">
        {runs.some(({ asked }) => asked) && t('textHint')} {runs.some(({ fresh }) => fresh) && t('freshHint')}
      </p>
      <div className="question-text word-changes" {...own}>
        {blocks.map(({ kind, runs: own }, index) => (
          <p key={index} className="public-prose" data-kind={kind}>
            {own.map((run, at) => (
              <Words key={at} run={run} />
            ))}
          </p>
        ))}
      </div>
    </section>
  )
}
