import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { newPasswordAddressSchema } from '@/domain/password/schema'
import { AuthCard } from '@/components/shell/auth-card'
import { Preferences } from '@/app/preferences/preferences'
import { NewPasswordForm } from './new-password-form'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('signIn.newPasswordTitle'))

type Props = { searchParams: Search }

/** Lets the holder of a one-time address set a password. Opening the page does not use the address up. */
export default async function NewPasswordPage({ searchParams }: Props) {
  const { params } = await readAddress(newPasswordAddressSchema, searchParams)
  const t = await getTranslations('signIn')
  return (
    <AuthCard title={t('newPasswordTitle')} description={t('newPasswordIntro')} footer={<Preferences />}>
      <NewPasswordForm token={params.token ?? ''} />
    </AuthCard>
  )
}
