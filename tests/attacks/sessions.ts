import { exactly, type Attack, type AttackedDesk } from './attack'

/** What the cookies open: 200 for a signed-in person, else the redirect to the sign-in page. */
const opens = async (desk: AttackedDesk, cookie: string) =>
  (await fetch(`${desk.url}/settings`, { headers: { cookie }, redirect: 'manual' })).status

async function renew(desk: AttackedDesk, cookie: string): Promise<string> {
  const answer = await fetch(`${desk.url}/api/auth/session`, { headers: { cookie } })
  const fresh = answer.headers.getSetCookie().map((one) => one.slice(0, one.indexOf(';')))
  return [cookie, ...fresh].join('; ')
}

async function signOut(desk: AttackedDesk, cookie: string): Promise<void> {
  const csrf = await fetch(`${desk.url}/api/auth/csrf`, { headers: { cookie } })
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  await fetch(`${desk.url}/api/auth/signout`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, json: 'true' }),
  })
}

const attack: Attack = {
  about: 'A cookie is copied and used, and renewed, after its holder signed out; a log line is forged.',
  run: async (desk) => {
    const [copied, other] = [await desk.signIn('editor'), await desk.signIn('editor')]
    const before = await opens(desk, copied)
    await signOut(desk, copied)
    const after = await opens(desk, copied)
    const renewed = await opens(desk, await renew(desk, copied))
    const elsewhere = await opens(desk, other)
    const line = '{"level":30,"access":"signed_in","person":"forged"}'
    await fetch(`${desk.url}/api/auth/signin?callbackUrl=${encodeURIComponent(`http://x\n${line}\n`)}`)
    return [
      exactly('the cookie before signing out', before, 200),
      exactly('the copied cookie afterwards', after, 307),
      exactly('the same, renewed', renewed, 307),
      exactly('the session in another browser', elsewhere, 200),
      exactly(
        'lines forged by callbackUrl',
        desk
          .said()
          .split('\n')
          .filter((one) => one === line).length,
        0,
      ),
    ]
  },
}

export default attack
