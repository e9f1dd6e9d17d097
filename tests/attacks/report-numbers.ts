import { exactly, nextSender, ONE_PROXY, type Attack, type AttackedDesk, type Figure } from './attack'

type Verified = { result: string; report: { number: string } | null }

async function verify(desk: AttackedDesk, text: string): Promise<Verified> {
  const body = new FormData()
  body.set('file', new File([text], 'r.json'))
  const answer = await fetch(`${desk.url}/api/v1/verify`, { method: 'POST', headers: nextSender(), body })
  if (answer.status !== 200) throw new Error(`Verification answered ${answer.status}`)
  return (await answer.json()) as Verified
}

async function call<T>(desk: AttackedDesk, method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${desk.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  return (await answer.json()) as T
}

/** A report that nobody outside the newsroom has received. */
async function issued(desk: AttackedDesk): Promise<{ number: string; digest: string }> {
  const { items } = await call<{ items: { id: string }[] }>(desk, 'GET', '/articles?limit=1')
  return call(desk, 'POST', `/articles/${items[0]?.id}/reports`, { kind: 'interim', language: 'en' })
}

const line = (number: string, digest: string) => `factdesk-report/1 ${number} ${digest} key ${'A'.repeat(86)}`

async function counted(desk: AttackedDesk, year: string): Promise<number> {
  const numbers = Array.from({ length: 60 }, (_, at) => `${year}-${String(at + 1).padStart(4, '0')}`)
  let told = 0
  for (const number of numbers)
    for (const text of [`"number": "${number}"`, line(number, '0'.repeat(64))])
      if ((await verify(desk, text)).report !== null) told += 1
  return told
}

/** The result that the page shows for a number and a digest. */
async function onPage(desk: AttackedDesk, number: string, digest: string): Promise<string> {
  const answer = await fetch(`${desk.url}/verify?${new URLSearchParams({ number, digest }).toString()}`, {
    headers: nextSender(),
  })
  return /data-result="(\w+)"/.exec(await answer.text())?.[1] ?? 'nothing'
}

const attack: Attack = {
  about: 'Numbers counted up, and digests without their numbers, at the open verification.',
  settings: ONE_PROXY,
  run: async (desk): Promise<Figure[]> => {
    const { number, digest } = await issued(desk)
    const [year = ''] = number.split('-')
    const other = `${year}-9999`
    const only = await Promise.all(
      [`"number": "${number}"`, digest, line(other, digest), `${number} ${digest.slice(0, 32)}`].map((text) =>
        verify(desk, text),
      ),
    )
    return [
      exactly('of 120 questions for numbers counted up, told something', await counted(desk, year), 0),
      exactly(
        'with a number or a digest alone',
        only.map(({ result }) => result).join(' '),
        'unknown unknown unknown unknown',
      ),
      exactly(
        'a forged paper with that number',
        (await verify(desk, line(number, 'f'.repeat(64)))).result,
        'unknown',
      ),
      exactly(
        'the page, with the beginning of the digest',
        await onPage(desk, number, digest.slice(0, 16)),
        'unknown',
      ),
      exactly('the page, with another digest', await onPage(desk, number, 'f'.repeat(64)), 'unknown'),
      exactly('the page, with number and digest', await onPage(desk, number, digest), 'issued'),
      exactly('a copy that was changed', (await verify(desk, line(number, digest))).result, 'altered'),
    ]
  },
}

export default attack
