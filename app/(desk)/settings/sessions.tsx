import { getFormatter, getTranslations } from 'next-intl/server'
import { listSessions } from '@/domain/session/queries'
import type { Actor } from '@/domain/user/policy'
import { currentSession } from '@/app/server/session'
import { EndOthers } from './end-others'
import { Section } from './section'
import { SessionList } from './session-list'

/** The reader's sessions, with buttons to end them. */
export async function Sessions({ actor }: { actor: Actor }) {
  const t = await getTranslations('settings')
  const format = await getFormatter()
  const [sessions, here] = [await listSessions(actor), await currentSession()]
  return (
    <Section id="sessions" title={t('sessions')} hint={t('sessionsHint')}>
      <SessionList
        empty=""
        done={t('sessionEnded')}
        lines={sessions.map(({ id, browser, createdAt, lastSeenAt }) => {
          const name = browser || t('unknownBrowser')
          const created = format.dateTime(createdAt, 'short')
          const line = t('sessionLine', { created, seen: format.dateTime(lastSeenAt, 'short') })
          return id === here?.sessionId
            ? { id, name, facts: [t('thisBrowser'), line] }
            : {
                id,
                name,
                facts: [line],
                action: { label: t('endSession'), named: t('endSessionNamed', { browser: name, created }) },
              }
        })}
      />
      <EndOthers />
    </Section>
  )
}
