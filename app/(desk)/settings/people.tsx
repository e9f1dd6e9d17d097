import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/user/policy'
import { listUsers } from '@/domain/user/queries'
import { addUserAction, changeUserAction, makePasswordLinkAction } from './actions'
import { PeopleForm } from './people-form'
import { Section } from './section'

/** The people with access, for admins. */
export async function People({ actor }: { actor: Actor }) {
  const t = await getTranslations('settings')
  const people = await listUsers(actor)
  return (
    <Section id="people" title={t('people')}>
      <PeopleForm
        people={people.map(({ createdAt: _, deactivatedAt, ...one }) => ({ ...one, active: !deactivatedAt }))}
        add={addUserAction}
        change={changeUserAction}
        makeLink={makePasswordLinkAction}
      />
    </Section>
  )
}
