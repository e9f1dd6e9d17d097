'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { OutcomeList, type OutcomeLine } from '@/components/revision/outcome-list'
import { Button, buttonClass } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { settleAnchorAction } from '../../actions'
import { CloseOrphan } from '../../close-orphan'

type Props = {
  articleId: string
  language: string
  dir: 'ltr' | 'rtl'
  lines: OutcomeLine[]
  maySettle: boolean
}

/** The outcomes. Where no rule may decide, a person settles the claim here. */
export function Settling({ maySettle, ...list }: Props) {
  const t = useTranslations('revision')
  const toast = useToast()
  const { run, busy, failure } = useAction(settleAnchorAction)
  const decide = async (line: OutcomeLine, same: boolean) => {
    const result = await run({ id: line.id, version: line.version, same })
    if (result?.ok) toast({ title: t(same ? 'settledSame' : 'settledGone', { number: line.number }) })
  }
  return (
    <>
      <FailureBanner failure={failure} />
      <OutcomeList
        {...list}
        actions={(line) =>
          !maySettle || line.state === 'anchored' ? null : (
            <div className="flex flex-wrap gap-2">
              {line.state === 'changed' && (
                <>
                  <Button size="sm" busy={busy} onClick={() => void decide(line, true)}>
                    {t('same')}
                  </Button>
                  <Button size="sm" variant="ghost" busy={busy} onClick={() => void decide(line, false)}>
                    {t('notSame')}
                  </Button>
                </>
              )}
              {line.state === 'orphaned' && <CloseOrphan claim={line} />}
              <Link
                prefetch={false}
                className={buttonClass({ variant: 'ghost', size: 'sm' })}
                href={`/articles/${list.articleId}/claims/${line.number}`}
              >
                {t('choose')}
              </Link>
            </div>
          )
        }
      />
    </>
  )
}
