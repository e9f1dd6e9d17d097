import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/shell/auth-card'
import { makeFirstAdminAction } from './actions'
import { SetupForm } from './setup-form'

export default async function SetupPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>
}) {
  const { token } = await searchParams
  const t = await getTranslations('signIn')
  return (
    <AuthCard title={t('setupTitle')} description={t('setupIntro')}>
      <SetupForm token={typeof token === 'string' ? token : ''} makeFirstAdmin={makeFirstAdminAction} />
    </AuthCard>
  )
}
