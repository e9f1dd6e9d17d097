/** One piece of junk of each kind, for each part of a request that accepts any. */

export const ADDRESSES = [
  '/ /articles /articles/new /articles/new/read /articles/import /claims /claims/export/csv',
  '/claim-review /corrections-desk /corrections-desk/new /corrections-desk/statistics/csv /reports',
  '/settings /settings/people /settings/webhooks /sign-in /setup /verify /preferences',
  '/corrections /corrections/1 /corrections/policy /corrections/embed /corrections/request',
  '/corrections/feed.json /corrections/atom.xml /corrections/rss.xml /corrections/requests/x /questions/x /calendar/x/due-work.ics',
  '/.well-known/factdesk-keys.json /api/v1/health/live /api/v1/openapi.json /api/v1/articles',
  '/api/v1/claims /api/v1/claims/export.csv /api/v1/verify /api/v1/articles/import /api/nothing',
  '/api/auth/csrf /api/auth/session /api/auth/providers /api/auth/signin /api/auth/signout',
  '/api/auth/error /api/auth/callback/credentials /api/auth/verify-request /api/auth/_log',
  '/_next/image /_next/static/x /icon.svg /favicon.ico /articles/01a20000-0000-7000-8000-000000000000',
].flatMap((line) => line.split(' '))

export const ESCAPES = [
  '%ff %C0%80 %ED%A0%80 %E0%80%AF % %zz %00 %0a %0d%0aX:y %2e%2e%2f %5c %25ff',
  '%F0%9F%98%80 %E2%80%AE %u0041 " <x> {} [ ] \\ | ^ ` // ..;/ é',
].flatMap((line) => line.split(' '))

export const QUERIES = [
  'error=%00 error=%0d%0aSet-Cookie:a error=<x> callbackUrl=foo callbackUrl=http://[ callbackUrl=',
  'callbackUrl=//evil.test callbackUrl=javascript:alert(1) callbackUrl=%0a csrf=1 provider=%00',
  'q=%ff q=%00 q=% page=-1 limit=1e9 limit=NaN sort=__proto__ status[]=x __proto__[x]=1',
  'language=xx language=%00 after=%7B after=AAAA article=x number=-1 from=0000-00-00 _rsc=x',
  `url=%2F..%2F&w=1&q=1 url=http://127.0.0.1/&w=64&q=75 ${'x='.padEnd(3_000, 'x')} &&&===& ? #`,
].flatMap((line) => line.split(' '))

export const HEADERS: Record<string, string>[] = [
  { cookie: 'next-auth.callback-url=foo' },
  { cookie: '__Secure-next-auth.callback-url=%00; next-auth.callback-url=http://[' },
  { cookie: 'next-auth.csrf-token=%00; next-auth.session-token=junk' },
  { cookie: 'next-auth.session-token=eyJhbGciOiJkaXIifQ..x.y.z; next-auth.session-token.0=a' },
  { cookie: 'factdesk-language=%ff; factdesk-colours=%00; =; ;;' },
  { cookie: 'a=%E0%A4%A; __proto__=1; constructor=2' },
  { origin: 'https://evil.test' },
  { origin: 'null' },
  { origin: 'http://' },
  { origin: 'not an origin' },
  { host: 'evil.test' },
  { host: 'a b' },
  { host: '[::1' },
  { 'x-forwarded-host': 'evil.test, other', 'x-forwarded-proto': 'gopher' },
  { 'x-forwarded-for': 'junk, ::::, 999.1.1.1', forwarded: 'for="_x";;host=[' },
  { 'next-router-state-tree': '%' },
  { 'next-router-state-tree': '%5B%22%22%5D', rsc: '1' },
  { 'next-router-prefetch': '1', rsc: '1', 'next-url': '//[' },
  { 'next-router-segment-prefetch': '/_tree', rsc: '1', 'next-router-prefetch': '1' },
  { 'x-middleware-subrequest': 'proxy:proxy', 'x-nextjs-data': '1', 'x-matched-path': '/%ff' },
  { 'x-prerender-revalidate': 'x', 'next-resume': '1', 'x-now-route-matches': '1=%ff' },
  { 'accept-language': 'xx-%%%;q=NaN,*;q=2,,,;' },
  { accept: '*/*;q=,,;', 'accept-encoding': ';;,gzip;q=x' },
  { range: 'bytes=9-1,x', 'if-none-match': 'W/W/"', 'if-modified-since': 'never' },
  { authorization: 'Bearer ' },
  { authorization: `Bearer ${'é'.repeat(40)}` },
  { authorization: 'Basic %%%' },
  { expect: '200-maybe' },
  { upgrade: 'websocket', connection: 'Upgrade' },
  { 'content-type': 'multipart/form-data' },
  { 'content-encoding': 'gzip' },
]

const BOUNDARY = 'xBx'
const part = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

/** Bodies as sent to pages and next-auth, broken in every part. */
export const BODIES: { headers: Record<string, string>; body: string | Buffer }[] = [
  ...[
    '',
    '{',
    '[',
    'null',
    '[{}]',
    '{"csrfToken":{}}',
    '{"callbackUrl":["x"]}',
    '"\\ud800"',
    '{"email":"\\u0000"}',
  ].map((body) => ({ headers: { 'content-type': 'application/json' }, body })),
  ...[
    '',
    '%',
    'csrfToken=%00',
    'email=%ff&password=%00',
    'callbackUrl=foo&json=true',
    'a='.padEnd(9000, 'x'),
  ].map((body) => ({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })),
  ...[
    '',
    part('0', '["$K1"]'),
    `${part('0', '[]')}--${BOUNDARY}--\r\n`,
    part('$ACTION_ID_x', '').slice(0, -9),
    `${part('$ACTION_REF_1', '')}--${BOUNDARY}--\r\n`,
    `${part('$ACTION_REF_1', '')}${part('$ACTION_1:0', '{"id":"x","bound":"$@1"}')}--${BOUNDARY}--\r\n`,
    `${part('$ACTION_KEY', 'x')}${part('file', '\ufffd')}--${BOUNDARY}--\r\n`,
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name=\r\n\r\n\r\n--${BOUNDARY}--`,
  ].map((body) => ({ headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }, body })),
  { headers: { 'content-type': 'multipart/form-data' }, body: part('a', 'b') },
  { headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: Buffer.from([0x22, 0xff, 0xfe, 0x22]) },
  { headers: { 'content-type': '\ttext' }, body: '[]' },
]

/** Ids and arguments for calls of a page's action. */
export const ACTIONS = [
  'x',
  '',
  '0'.repeat(42),
  'f'.repeat(42),
  'f'.repeat(40),
  '../..',
  '__proto__',
  'é',
  '%00',
]
export const CALLS = [
  ...['', '[', '[]', '["$F1"]', '["$Q1"]', '["$W1"]', '[{"then":"$0"}]', '["$undefined"]', '["\\u0000"]'],
  ...['$', '"$1"'],
]

export const METHODS = 'GET HEAD OPTIONS POST PUT PATCH DELETE TRACE PROPFIND PURGE M-SEARCH'.split(' ')

/** Whole requests that no library would send. */
export const LINES = [
  'get /claims HTTP/1.1\r\nHost: a\r\n\r\n',
  'CONNECT evil.test:443 HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /claims HTTP/1.1\r\n\r\n',
  'GET /claims HTTP/1.0\r\n\r\n',
  'GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET * HTTP/1.1\r\nHost: a\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /claims HTTP/1.1\r\nHost: a\r\nCookie: a=\0\r\n\r\n',
  'GET /claims HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
  'GET //evil.test/ HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /\\evil.test HTTP/1.1\r\nHost: a\r\n\r\n',
  'POST /claims HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /sign-in HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  'POST /api/auth/signout HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nshort',
]

/** Values for names and texts: half characters, boundaries, and marks that show nothing or turn the line. */
export const FIELDS: unknown[] = [
  ...['\0', 'Ann\0a', '\u200b\u2060\ufeff', '\u202eannA\u202c', '\u200f \u200e', '\u00ad'],
  ...['Ann\ud800', '\udc00\ud83d', '\ufdd0\uffff', 'A\u0301'.repeat(3_000), '\u2028\u2029', '\x1b[31mA'],
  ...[0, -1e308, true, null, [], [null], {}, { toString: 1 }, [[['\0']]]],
]
