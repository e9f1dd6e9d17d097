import { readFileSync } from 'node:fs'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it, test } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { status, withReceiver } from '@/tests/receiver'
import { OutboundRefusal } from './refusal'
import { registrableUrl, sendSigned, type SendOptions } from './send'
import { newSecret, signedHeaders } from './sign'

const receiver = withReceiver()
const cases = loadCase<{ block: string[]; allow: string[] }>('C65_ssrf_urls')
const here: SendOptions = { allowPrivate: true }
const message = { id: 'message-1', body: '{"event":"ping","note":"تصحيح 😀"}' }
const send = (path: string, options: SendOptions = here, secret = newSecret()) =>
  sendSigned({ url: receiver.url(path), secret }, message, options)

describe('a signature', () => {
  it('verifies with another implementation of Standard Webhooks, and fails with any other secret', async () => {
    const secret = newSecret()
    expect(await send('/a', here, secret)).toBe(204)
    const [got] = receiver.received
    expect(got?.body).toBe(message.body)
    expect(new Webhook(secret).verify(got?.body ?? '', got?.headers ?? {})).toEqual(JSON.parse(message.body))
    expect(() => new Webhook(newSecret()).verify(got?.body ?? '', got?.headers ?? {})).toThrow()
    expect(() => new Webhook(secret).verify(`${got?.body} `, got?.headers ?? {})).toThrow()
  })

  it('equals the other implementation’s for the same secret, id, moment and body', () => {
    const secret = 'whsec_plJ3nmyCDGBKInavdOK15jsl'
    const at = new Date(1_731_705_121_999)
    expect(signedHeaders(secret, { id: 'msg_loFOjxBNrRLzqYUf', body: '{"test": 1}' }, at)).toEqual({
      'webhook-id': 'msg_loFOjxBNrRLzqYUf',
      'webhook-timestamp': '1731705121',
      'webhook-signature': new Webhook(secret).sign('msg_loFOjxBNrRLzqYUf', at, '{"test": 1}'),
    })
  })

  it('is accepted by the guide’s example code', async () => {
    const [, example = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/guide.md', 'utf8')) ?? []
    type Check = (secret: string, headers: object, body: string) => boolean
    const { isFromTheDesk } = (await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(example)}`
    )) as { isFromTheDesk: Check }
    const secret = newSecret()
    const headersAt = (ms: number) => signedHeaders(secret, message, new Date(Date.now() + ms))
    expect(isFromTheDesk(secret, headersAt(0), message.body)).toBe(true)
    expect(isFromTheDesk(secret, headersAt(-600_000), message.body)).toBe(false)
    expect(isFromTheDesk(newSecret(), headersAt(0), message.body)).toBe(false)
    expect(isFromTheDesk(secret, headersAt(0), `${message.body} `)).toBe(false)
    expect(isFromTheDesk(secret, { 'webhook-id': 'message-1' }, message.body)).toBe(false)
  })

  it('has a new secret each time, of the required length', () => {
    const secret = newSecret()
    expect(newSecret()).not.toBe(secret)
    expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32)
  })
})

describe('a message', () => {
  it('is posted as JSON under the desk’s name, with nothing of any user', async () => {
    await send('/hook?key=1')
    const [got] = receiver.received
    expect([got?.method, got?.path]).toEqual(['POST', '/hook?key=1'])
    expect(got?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Factdesk (webhooks)',
      'webhook-id': 'message-1',
    })
    expect(Object.keys(got?.headers ?? {}).sort()).toEqual([
      'connection',
      'content-length',
      'content-type',
      'host',
      'user-agent',
      'webhook-id',
      'webhook-signature',
      'webhook-timestamp',
    ])
  })

  it('follows no redirect', async () => {
    receiver.answer = status(307, { location: receiver.url('/elsewhere') })
    expect(await send('/first')).toBe(307)
    expect(receiver.received.map((one) => one.path)).toEqual(['/first'])
  })

  it('is given up when no answer comes in time', async () => {
    receiver.answer = () => undefined
    expect(await send('/slow', { ...here, milliseconds: 100 })).toBe('timeout')
  })

  it('is given up when the desk stops', async () => {
    const stop = new AbortController()
    receiver.answer = () => stop.abort()
    expect(await send('/stop', { ...here, stop: stop.signal })).toBe('stopped')
  })

  it('is judged by its status, however long the body is and whether or not it ends', async () => {
    receiver.answer = (response) => {
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      }
      response.on('drain', more)
      more()
    }
    expect(await send('/endless')).toBe(200)
    receiver.answer = (response) => {
      response.writeHead(202, { 'content-length': '10' }).write('short')
      setImmediate(() => response.destroy())
    }
    expect(await send('/broken')).toBe(202)
  })

  it('to a closed port is unreachable', async () => {
    receiver.answer = (response) => response.destroy()
    expect(await send('/cut')).toBe('unreachable')
    const nobody = async () => {
      throw new Error('ENOTFOUND')
    }
    const target = { url: 'https://hooks.example.org/', secret: newSecret() }
    expect(await sendSigned(target, message, { allowPrivate: false, resolve: nobody })).toBe('unreachable')
  })
})

describe('private addresses', () => {
  const secret = newSecret()
  const never = async () => {
    throw new Error('no name may be looked up')
  }

  test.each(cases.block)('%s is neither registered nor sent to', async (url) => {
    const options = { allowPrivate: false, resolve: never }
    await expect(registrableUrl(url, options)).rejects.toEqual(new OutboundRefusal('address_refused'))
    expect(await sendSigned({ url, secret }, message, options)).toBe('address_refused')
  })

  it.each([['127.0.0.1'], ['10.0.0.7'], ['::ffff:10.0.0.1'], ['fd00::1']])(
    'are found behind a name too: %s',
    async (address) => {
      const options = { allowPrivate: false, resolve: async () => ['93.184.216.34', address] }
      const url = 'https://hooks.example.org/a'
      await expect(registrableUrl(url, options)).rejects.toEqual(new OutboundRefusal('address_refused'))
      expect(await sendSigned({ url, secret }, message, options)).toBe('address_refused')
    },
  )

  it('are found when a name starts to resolve to them after registration', async () => {
    const url = receiver.url('/later').replace('127.0.0.1', 'hooks.example.org')
    const at = (address: string) => ({ allowPrivate: false, resolve: async () => [address] })
    expect(await registrableUrl(url, at('93.184.216.34'))).toBe(url)
    expect(await sendSigned({ url, secret }, message, at('127.0.0.1'))).toBe('address_refused')
    expect(receiver.received).toEqual([])
  })

  it('are sent to where the desk allows it, at exactly the resolved address', async () => {
    const url = receiver.url('/named').replace('127.0.0.1', 'hooks.example.org')
    expect(await sendSigned({ url, secret }, message, { ...here, resolve: async () => ['127.0.0.1'] })).toBe(
      204,
    )
    expect(receiver.received[0]?.headers.host).toBe(new URL(url).host)
  })

  it.each(cases.allow.map((address) => address.replace(/ \(.*\)$/, '')))(
    '%s is not one of them',
    async (url) => {
      const options = { allowPrivate: false, resolve: async () => ['93.184.216.34'] }
      expect(await registrableUrl(url, options)).toBe(new URL(url).href)
    },
  )

  it('are not assumed for unresolved names', async () => {
    const url = 'https://hooks.example.org/a'
    expect(await registrableUrl(url, { allowPrivate: false, resolve: never })).toBe(url)
  })

  it.each(['', 'no address', 'https://'])('%j is no address', async (url) => {
    await expect(registrableUrl(url, here)).rejects.toEqual(new OutboundRefusal('address'))
  })
})
