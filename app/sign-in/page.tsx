import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { signInAddressSchema } from '@/domain/session/schema'
import { AuthCard } from '@/components/shell/auth-card'
import { Preferences } from '@/app/preferences/preferences'
import { currentActor } from '@/app/server/session'
import { returnAddress } from '@/app/server/return-address'
import { settings } from '@/services/settings'
import { LaterFaces } from './later-faces'
import { SignInForm } from './sign-in-form'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('signIn.title'))

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { params } = await readAddress(signInAddressSchema, searchParams)
  const { callbackUrl: given } = params
  const target = returnAddress(given ?? null, settings().publicUrl)
  if (await currentActor()) redirect(target)
  const t = await getTranslations('signIn')
  return (
    <AuthCard title={t('title')} description={given ? t('signedOut') : undefined} footer={<Preferences />}>
      <SignInForm target={target} />
      <LaterFaces />
    </AuthCard>
  )
}
