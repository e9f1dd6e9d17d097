import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { readAddress, type Search } from '@/app/address'
import { AuthCard } from '@/components/shell/auth-card'
import { firstAdminSchema } from '@/domain/user/schema'
import { SetupForm } from './setup-form'

const addressSchema = z.object({ token: firstAdminSchema.shape.token.optional() })

export default async function SetupPage({ searchParams }: { searchParams: Search }) {
  const { params } = await readAddress(addressSchema, searchParams)
  const t = await getTranslations('signIn')
  return (
    <AuthCard title={t('setupTitle')} description={t('setupIntro')}>
      <SetupForm token={params.token ?? ''} />
    </AuthCard>
  )
}
