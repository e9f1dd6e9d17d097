import { describe, expect, it } from 'vitest'
import { withMailServer } from '@/tests/mail-server'
import { metBy, sendMail } from './mail'

const MAIL = {
  ...{ id: '1@example.org', to: 'a@example.net', fromName: 'Factdesk', language: 'en' },
  ...{ subject: 'A claim', text: 'It is yours.', html: '<p>It is yours.</p>', at: new Date(0) },
}

describe('a server that asks for a password', () => {
  const server = withMailServer({ password: 'p:/@ü' })

  it('gets it', async () => {
    const setting = server.setting({ user: 'desk@example.org', password: 'p:/@ü' })
    expect(await sendMail(setting, MAIL)).toMatchObject({ met: 'sent' })
    expect(server.to('a@example.net')).toMatchObject([{ user: 'desk@example.org' }])
  })

  it('and gets a wrong one, or none, may take the mail later', async () => {
    const wrong = server.setting({ user: 'desk@example.org', password: 'x' })
    expect(await sendMail(wrong, MAIL)).toMatchObject({ met: 'login' })
    expect(await sendMail(server.setting(), MAIL)).toMatchObject({ met: 'login' })
    expect(server.arrived).toEqual([])
  })
})

it.each([
  [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, permanent: true }, 'refused'],
  [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 452, permanent: false }, 'deferred'],
  [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553, permanent: true }, 'sender'],
  [{ code: 'EENVELOPE', command: 'API' }, 'address'],
  [{ code: 'EMESSAGE', command: 'DATA', responseCode: 452, permanent: false }, 'deferred'],
  [{ code: 'EMESSAGE', command: 'MAIL FROM' }, 'refused'],
  [{ code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'encryption'],
  [{ code: 'ETLS' }, 'encryption'],
  [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, 'unreachable'],
  [{ code: 'ESOCKET', originalCode: 'ECONNRESET' }, 'broken_off'],
  [{ code: 'EDNS' }, 'unreachable'],
  [{ code: 'ECONNECTION', responseCode: 421, permanent: false }, 'deferred'],
  [{ code: 'ECONNECTION' }, 'broken_off'],
])('the error %j is met as %s', (error, met) => {
  expect(metBy(Object.assign(new Error('x'), error))).toBe(met)
})
