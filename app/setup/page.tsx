import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { setupAddressSchema } from '@/domain/user/schema'
import { AuthCard } from '@/components/shell/auth-card'
import { SetupForm } from './setup-form'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('signIn.setupTitle'))

export default async function SetupPage({ searchParams }: { searchParams: Search }) {
  const { params } = await readAddress(setupAddressSchema, searchParams)
  const t = await getTranslations('signIn')
  return (
    <AuthCard title={t('setupTitle')} description={t('setupIntro')}>
      <SetupForm token={params.token ?? ''} />
    </AuthCard>
  )
}
