import { redirect } from 'next/navigation'
import { startAddress } from '@/domain/view/queries'
import { requireActor } from '@/app/server/session'

export default async function Home() {
  redirect((await startAddress(await requireActor())) ?? '/my-work')
}
