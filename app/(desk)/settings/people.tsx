import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/user/policy'
import { listUsers } from '@/domain/user/queries'
import { PeopleForm } from './people-form'
import { Section } from './section'

/** The people with access, for admins. */
export async function People({ actor }: { actor: Actor }) {
  const t = await getTranslations('settings')
  return (
    <Section id="people" title={t('people')}>
      <PeopleForm people={await listUsers(actor)} />
    </Section>
  )
}
