import { useTranslations } from 'next-intl'
import { signOutHere } from '@/app/server/sign-in'
import { leave } from '@/components/form/person'
import { useToast } from '@/components/ui/toast'

/** Signs out on all pages of this browser and drops their unsaved drafts. Offline it drops nothing. */
export function useSignOut(person: string) {
  const t = useTranslations('errors')
  const toast = useToast()
  return async () => {
    if (!(await signOutHere())) return toast({ title: t('offline') })
    leave(person)
    window.location.assign('/sign-in')
  }
}
