import { getTranslations } from 'next-intl/server'
import { readSearch, type Search } from '@/app/address'
import { AuthCard } from '@/components/shell/auth-card'
import { SetupForm } from './setup-form'

export default async function SetupPage({ searchParams }: { searchParams: Search }) {
  const { token = '' } = await readSearch(searchParams)
  const t = await getTranslations('signIn')
  return (
    <AuthCard title={t('setupTitle')} description={t('setupIntro')}>
      <SetupForm token={token} />
    </AuthCard>
  )
}
