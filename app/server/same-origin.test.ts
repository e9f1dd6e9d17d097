import { expect, it } from 'vitest'
import { isSameOrigin } from './same-origin'

const PUBLIC = 'https://desk.example.org'

it.each<[string, Record<string, string>, boolean]>([
  ['a page of the desk', { host: 'app.test', origin: 'https://app.test' }, true],
  ['the same in capitals', { host: 'App.Test', origin: 'https://APP.test' }, true],
  ['a page behind a proxy', { host: '127.0.0.1:3000', origin: PUBLIC }, true],
  ['a browser that says so', { host: 'app.test', 'sec-fetch-site': 'same-origin' }, true],
  ['another site', { host: 'app.test', origin: 'https://evil.test' }, false],
  ['another port', { host: 'app.test', origin: 'https://app.test:8443' }, false],
  ['a name that begins alike', { host: 'app.test', origin: 'https://app.test.evil.test' }, false],
  ['a frame without origin', { host: 'app.test', origin: 'null' }, false],
  ['half an address', { host: 'app.test', origin: 'http://' }, false],
  ['nothing said', { host: 'app.test' }, false],
  ['a sister site', { host: 'app.test', origin: 'https://app.test', 'sec-fetch-site': 'same-site' }, false],
  [
    'a forwarded host',
    { host: 'app.test', origin: 'https://evil.test', 'x-forwarded-host': 'evil.test' },
    false,
  ],
])('%s', (_what, headers, expected) => {
  expect(isSameOrigin(new Headers(headers), PUBLIC)).toBe(expected)
})
