import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { readAddress, type Search } from '@/app/address'
import { AuthCard } from '@/components/shell/auth-card'
import { setPasswordSchema } from '@/domain/password/schema'
import { Preferences } from '@/components/shell/preferences'
import { setColours, setLanguage } from '../preferences/actions'
import { NewPasswordForm } from './new-password-form'

const addressSchema = z.object({ token: setPasswordSchema.shape.token.optional() })

type Props = { searchParams: Search }

/** Lets the holder of a one-time address set a password. Opening the page does not use the address up. */
export default async function NewPasswordPage({ searchParams }: Props) {
  const { params } = await readAddress(addressSchema, searchParams)
  const t = await getTranslations('signIn')
  return (
    <AuthCard
      title={t('newPasswordTitle')}
      description={t('newPasswordIntro')}
      footer={<Preferences setLanguage={setLanguage} setColours={setColours} />}
    >
      <NewPasswordForm token={params.token ?? ''} />
    </AuthCard>
  )
}
