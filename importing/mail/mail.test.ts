import { describe, expect, test } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { formatOf } from '../format'
import { ImportProblem } from '../incoming'
import { readMail } from './mail'

type Part = {
  type: string
  body: string | Buffer
  encoding?: 'base64' | 'quoted-printable' | '8bit'
  more?: string
}

const quotedPrintable = (body: Buffer) =>
  [...body]
    .map((byte) =>
      byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
const part = ({ type, body, encoding = '8bit', more = '' }: Part) => {
  const bytes = Buffer.from(body as Buffer)
  const sent =
    encoding === 'base64'
      ? Buffer.from(bytes.toString('base64'))
      : encoding === '8bit'
        ? bytes
        : Buffer.from(quotedPrintable(bytes))
  return Buffer.concat([
    Buffer.from(`Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n${more}\r\n`),
    sent,
  ])
}
const HEAD =
  'From: Layan Noor <layan@example.org>\r\nTo: desk@example.org\r\nSubject: Prices rise\r\nMIME-Version: 1.0\r\n'
const mail = (only: Part, head = HEAD) => Buffer.concat([Buffer.from(head), part(only)])
const multipart = (kind: string, ...parts: Part[]) =>
  Buffer.concat([
    Buffer.from(`${HEAD}Content-Type: multipart/${kind}; boundary="b"\r\n\r\n`),
    ...parts.flatMap((one) => [Buffer.from('--b\r\n'), part(one), Buffer.from('\r\n')]),
    Buffer.from('--b--\r\n'),
  ])
const plain = (body: string): Part => ({ type: 'text/plain; charset=utf-8', body })
const blocks = ({ text, blocks: all }: Awaited<ReturnType<typeof readMail>>) =>
  all.map(({ kind, start, end }) => [kind, text.slice(start, end)])
const counts = ({ notices }: Awaited<ReturnType<typeof readMail>>) =>
  Object.fromEntries(notices.map(({ kind, count }) => [kind, count]))

describe('a message', () => {
  test('gives its subject, its sender and its words', async () => {
    const read = await readMail(mail(plain('Prices rose.\r\n\r\nThen they fell.\r\n')))
    expect(read).toMatchObject({
      title: 'Prices rise',
      byline: 'Layan Noor',
      text: 'Prices rose.\n\nThen they fell.',
    })
    expect(counts(read)).toEqual({ mail_fields: 1 })
  })

  test.each([
    ['quoted-printable', Buffer.from('ارتفعت الأسعار 5% = كثير'), 'utf-8', 'quoted-printable'],
    ['base64', Buffer.from('ارتفعت الأسعار 5% = كثير'), 'utf-8', 'base64'],
    ['an old code page', Buffer.from('c7d1caddda', 'hex'), 'windows-1256', '8bit'],
  ] as const)('in %s', async (_name, body, charset, encoding) => {
    const { text } = await readMail(mail({ type: `text/plain; charset=${charset}`, body, encoding }))
    expect(['ارتفعت الأسعار 5% = كثير', 'ارتفع']).toContain(text)
  })

  test('with its subject and sender in encoded words', async () => {
    const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
    const head = `From: ${word('ليان نور')} <l@example.org>\r\nSubject: ${word('ارتفاع الأسعار')}\r\n`
    expect(await readMail(mail(plain('نص.'), head))).toMatchObject({
      title: 'ارتفاع الأسعار',
      byline: 'ليان نور',
    })
  })

  test('in two versions is read in HTML, with its headings and lists', async () => {
    const html = '<h2>Bread</h2><p>It rose by <b>5%</b>.</p><ul><li>Oil</li></ul><img src=cid:a>'
    const read = await readMail(
      multipart('alternative', plain('Bread\n\nIt rose.'), { type: 'text/html', body: html }),
    )
    expect(blocks(read)).toEqual([
      ['heading', 'Bread'],
      ['paragraph', 'It rose by 5%.'],
      ['list_item', 'Oil'],
    ])
    expect(counts(read)).toMatchObject({ images: 1 })
    expect(counts(read)).not.toHaveProperty('other_version')
  })

  test.each([
    [
      'a sentence more',
      'It rose by 5%.\n\nEmbargo until 18:00.',
      'It rose by <b>5%</b>.',
      ['Embargo until 18:00.'],
    ],
    ['another figure', 'Gala costs 0.59 euros.', 'Gala costs 0.61 euros.', ['Gala costs 0.59 euros.']],
    ['another Arabic figure', 'بلغ ٢٫٣ مليون.', 'بلغ ٢٫٤ مليون.', ['بلغ ٢٫٣ مليون.']],
    ['a refusal', 'It was not paid.', 'It was paid.', ['It was not paid.']],
    [
      'an empty page',
      'The whole message.\n\nIts end.',
      'Open it in a browser.',
      ['The whole message.', 'Its end.'],
    ],
    [
      'only what programs write',
      'It rose, see the *rules* <https://desk.example.org/rules?id=7>.\n[image: logo of the desk]\n\n-- \nNed',
      'It rose, see the <b><a href="https://desk.example.org/rules?id=7">rules</a></b>.<img alt="logo">',
      [],
    ],
  ])('whose plain version says %s: names it', async (_name, text, page, named) => {
    const read = await readMail(
      multipart('alternative', plain(text), { type: 'text/html; charset=utf-8', body: `<p>${page}</p>` }),
    )
    const notice = read.notices.find(({ kind }) => kind === 'other_version')
    expect(notice?.names ?? []).toEqual(named)
    expect(notice?.count ?? 0).toBe(named.length)
  })
})

describe('the letters of a message', () => {
  const ARABIC = 'ارتفع سعر الخبز في تشرين، وقالت الوزارة: «سيبقى كذلك».'
  const inCodePage = (words: string) => {
    const bytes = Array.from({ length: 256 }, (_, byte) => byte)
    const letters = new Map(
      bytes.map((byte) => [new TextDecoder('windows-1256').decode(new Uint8Array([byte])), byte]),
    )
    return Buffer.from([...words].map((letter) => letters.get(letter) ?? 0x3f))
  }
  const page = (head: string) => `<html><head>${head}</head><body dir="rtl"><p>${ARABIC}</p></body></html>`
  const META = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'
  test.each<[string, Buffer]>([
    ['quoted, in UTF-8', mail({ ...plain(ARABIC), encoding: 'quoted-printable' })],
    [
      'packed, in the code page that is named',
      mail({ type: 'text/plain; charset=windows-1256', body: inCodePage(ARABIC), encoding: 'base64' }),
    ],
    [
      'packed, named by the page alone',
      mail({ type: 'text/html', body: inCodePage(page(META)), encoding: 'base64' }),
    ],
    ['unpacked, named by nobody', mail({ type: 'text/plain', body: inCodePage(ARABIC) })],
    ['without any type', Buffer.concat([Buffer.from(`${HEAD}\r\n`), inCodePage(ARABIC)])],
    [
      'in two versions, named by neither',
      multipart(
        'alternative',
        { type: 'text/plain', body: inCodePage(ARABIC), encoding: 'base64' },
        { type: 'text/html', body: inCodePage(page('')), encoding: 'base64' },
      ),
    ],
  ])('are read: %s', async (_name, bytes) => {
    const read = await readMail(bytes)
    expect(read.text).toBe(ARABIC)
    expect(counts(read)).not.toHaveProperty('broken_letters')
    expect(counts(read)).not.toHaveProperty('other_version')
  })

  test('that cannot be known are counted: UTF-8 with a bad byte', async () => {
    const broken = Buffer.concat([Buffer.from(ARABIC), Buffer.from([0xd8]), Buffer.from(' و')])
    const read = await readMail(mail({ type: 'text/plain', body: broken }))
    expect(read.text.startsWith(ARABIC)).toBe(true)
    expect(counts(read)).toMatchObject({ broken_letters: 1 })
  })
})

describe('a message in HTML keeps', () => {
  const html = (body: string) => readMail(mail({ type: 'text/html; charset=utf-8', body }))
  const signature = '<div>-- <br>Ned, <a href="https://ned.example.org">his page</a></div>'
  const earlier = '<blockquote><p>By <a href="https://desk.example.org/rules">noon</a>?</p></blockquote>'

  test('its links on their words, but for those of a signature', async () => {
    const read = await html(`<p>See <a href="https://example.org/a">her shop</a>.</p>${signature}${earlier}`)
    expect(read.links?.map(({ url, start, end }) => [url, read.text.slice(start, end)])).toEqual([
      ['https://example.org/a', 'her shop'],
      ['https://desk.example.org/rules', 'noon'],
    ])
    expect(counts(read)).toMatchObject({ signatures: 1, quoted_messages: 1 })
  })

  test('its footnotes, on the words that their marks stand behind', async () => {
    const read = await html(
      `${signature}<blockquote>Before.</blockquote><p>It is used 25 times<sup>1</sup>.</p><p><sup>1</sup> Study of 2024.</p>`,
    )
    expect(read.notes.map(({ text, start, end }) => [text, read.text.slice(start, end)])).toEqual([
      ['Study of 2024.', 'It is used 25 times'],
    ])
  })

  test('a headline that is not its subject', async () => {
    const read = await html('<h1>Glass bottles come back</h1><p>Dairies fill them.</p>')
    expect(read.title).toBe('Prices rise')
    expect(read.text).toBe('Glass bottles come back\n\nDairies fill them.')
    expect((await html('<h1>Prices rise</h1><p>So it says.</p>')).text).toBe('So it says.')
  })
})

describe('lines of a plain text', () => {
  test('that were wrapped for the mail are joined; the writer’s own ends stay', async () => {
    const text = [
      'The ministry of trade said on Tuesday that the price of bread had risen',
      'by five per cent in May, and that it expects more of the same during the',
      'summer.',
      '',
      'Name: Noor',
      'Place: Astana',
    ].join('\r\n')
    const read = await readMail(mail(plain(text)))
    expect(blocks(read)).toEqual([
      [
        'paragraph',
        'The ministry of trade said on Tuesday that the price of bread had risen by five per cent in May, and that it expects more of the same during the summer.',
      ],
      ['paragraph', 'Name: Noor\nPlace: Astana'],
    ])
  })

  test('of earlier messages are quotations, and a signature is counted', async () => {
    const read = await readMail(
      mail(
        plain(
          'Here it is.\n\n> Did it rise?\n> By how much?\n\nBy five.\n\n-- \nNoor\nThe Post, 5 Quay St\n',
        ),
      ),
    )
    expect(blocks(read)).toEqual([
      ['paragraph', 'Here it is.'],
      ['quote', 'Did it rise?\nBy how much?'],
      ['paragraph', 'By five.'],
    ])
    expect(counts(read)).toMatchObject({ quoted_messages: 1, signatures: 1 })
  })

  test.each([
    ['-----Original Message-----', 'From: A\nSent: Monday\nSubject: x'],
    ['---------- رسالة معاد توجيهها ---------', 'من: أ\nالتاريخ: الاثنين\nالموضوع: س'],
    ['---- Message d’origine ----', 'De : A\nEnvoyé : lundi\nObjet : x'],
  ])('of a forwarded message are a quotation: %s', async (line, fields) => {
    const read = await readMail(mail(plain(`See below.\n\n${line}\n${fields}\n\nPrices rose.\n`)))
    expect(blocks(read).map(([kind]) => kind)).toEqual(['paragraph', 'quote', 'quote'])
    expect(blocks(read).at(-1)).toEqual(['quote', 'Prices rose.'])
  })

  test('in HTML, too', async () => {
    const body =
      '<div>Here it is.</div><blockquote type=cite><p>Did it rise?</p></blockquote><p>-- </p><p>Noor</p>'
    const read = await readMail(mail({ type: 'text/html; charset=utf-8', body }))
    expect(blocks(read)).toEqual([
      ['paragraph', 'Here it is.'],
      ['quote', 'Did it rise?'],
    ])
    expect(counts(read)).toMatchObject({ quoted_messages: 1, signatures: 1 })
  })
})

describe('an earlier message that no element tells', () => {
  const html = async (body: string) => {
    const read = await readMail(mail({ type: 'text/html; charset=utf-8', body }))
    return { kinds: blocks(read), counts: counts(read) }
  }
  const signature = '<p>--<br>Marta<br>+47 555</p>'
  const reply = '<div><p>Could we have 600 words?</p></div>'

  test.each([
    [
      'From: Nadia &lt;n@example.org&gt;<br>Sent: Tuesday, 24 November 2026 11:02<br>To: Marta<br>Subject: Copy',
    ],
    ['De : Nadia<br>Envoyé : mardi 24 novembre 2026 11:02<br>À : Marta<br>Objet : Copie'],
    ['من: نادية<br>تاريخ الإرسال: الثلاثاء ٢٤ نوفمبر ٢٠٢٦ ١١:٠٢<br>إلى: مارتا<br>الموضوع: النص'],
    ['<b>Von:</b> Nadia</p><p><b>Gesendet:</b> Dienstag 11:02</p><p><b>An:</b> Marta'],
  ])('begins at its fields, after a signature too: %s', async (fields) => {
    const read = await html(`<h1>Wind</h1><p>It paid nothing.</p>${signature}<hr><p>${fields}</p>${reply}`)
    expect(read.counts).toMatchObject({ signatures: 1, quoted_messages: 1 })
    expect(read.kinds.slice(0, 2)).toEqual([
      ['heading', 'Wind'],
      ['paragraph', 'It paid nothing.'],
    ])
    expect(read.kinds.at(-1)).toEqual(['quote', 'Could we have 600 words?'])
    expect(read.kinds.filter(([, words]) => words?.includes('555'))).toEqual([])
  })

  test.each([
    ['<p>Name: Noor<br>Born: 1998<br>Place: Astana</p>'],
    ['<p>Skerra: 1,912 people</p><p>Its budget: 38 million</p><p>Its share: 1.5%</p>'],
    ['<p>Talks began at 11:02: nobody came.</p><p>It ended: no deal.</p>'],
    ['<ul><li>From: A</li><li>Sent: 11:02</li><li>To: B</li></ul>'],
  ])('is no list of facts: %s', async (facts) => {
    expect((await html(`<p>It paid.</p>${facts}<p>It ended.</p>`)).kinds.at(-1)).toEqual([
      'paragraph',
      'It ended.',
    ])
  })
})

test('a forwarded message begins at its line of dashes, in HTML too', async () => {
  const head =
    'From: <b>Omar</b> &lt;o@x.example&gt;<br>Date: Mon, 4 Nov 2024 at 09:12<br>Subject: Apples<br>To: desk<br>'
  const said = '<div>The harvest was 38,400 tonnes.</div>'
  const read = async (begin: string) =>
    blocks(
      await readMail(
        mail({ type: 'text/html; charset=utf-8', body: `<div>Run this.<br><br>${begin}${said}</div>` }),
      ),
    )
  for (const dashes of ['---------- Forwarded message ---------', '---------- رسالة مُعاد توجيهها ---------'])
    expect((await read(`<div>${dashes}<br>${head}</div><br>`)).map(([kind]) => kind)).toEqual([
      'paragraph',
      'quote',
      'quote',
    ])
  expect((await read('<p>--- Figures ---</p>')).map(([kind]) => kind)).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
  ])
})

test('attachments are named', async () => {
  const more = 'Content-Disposition: attachment; filename="budget.xlsx"\r\n'
  const inner = 'From: a@example.org\r\nSubject: Before\r\n\r\nEarlier words.'
  const read = await readMail(
    multipart(
      'mixed',
      plain('See the table.'),
      { type: 'application/octet-stream', body: 'x', encoding: 'base64', more },
      {
        type: 'message/rfc822',
        body: inner,
        more: 'Content-Disposition: attachment; filename="before.eml"\r\n',
      },
    ),
  )
  expect(read.text).toBe('See the table.')
  expect(read.notices).toContainEqual({
    kind: 'attachments',
    as: 'left_out',
    count: 2,
    names: ['budget.xlsx', 'before.eml'],
  })
})

test.each([
  ['message/rfc822', 'From: a@example.org\r\nSubject: Before\r\n\r\nEarlier words.', 'Before'],
  ['message/rfc822', 'Subject: =?UTF-8?B?2K7YqNixINi52KfYrNmE?=\r\n\r\nنص', 'خبر عاجل'],
  ['message/rfc822', 'Subject: Two\r\n lines\r\nTo: b@example.org\r\n\r\nx', 'Two lines'],
  ['message/rfc822', 'From: a@example.org\r\n\r\nNo subject.', 'message/rfc822'],
  ['application/pdf', 'x', 'application/pdf'],
  ['text/calendar', 'BEGIN:VCALENDAR', 'text/calendar'],
])('an attachment without a file name is named otherwise: %s %j', async (type, body, name) => {
  const more = 'Content-Disposition: attachment\r\n'
  const read = await readMail(multipart('mixed', plain('See below.'), { type, body, more }))
  expect(read.notices).toContainEqual({ kind: 'attachments', as: 'left_out', count: 1, names: [name] })
})

test('a message is told by its head, whatever its name', () => {
  const of = (name: string, bytes: Buffer) => formatOf({ name, type: '', bytes })
  expect(of('a.txt', mail(plain('x')))).toBe('eml')
  expect(of('a.eml', Buffer.from('x'))).toBe('eml')
  expect(of('a.txt', Buffer.from('From: the ministry\nSubject: bread\n\nWords'))).toBe('text')
})

test.each([
  ['no message', Buffer.from('Just words.'), 'not_this_format'],
  ['no words', mail(plain('\r\n')), 'empty'],
  [
    'an encrypted message',
    mail({ type: 'application/pkcs7-mime; smime-type=enveloped-data', body: 'x' }),
    'encrypted',
  ],
])('%s is refused', async (_name, bytes, code) => {
  await expect(readMail(bytes)).rejects.toEqual(new ImportProblem(code as 'empty'))
})

test('hostile messages take no time and fail as damaged or read', async () => {
  const nested = Array.from(
    { length: 400 },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
  ).join('')
  await expect(readMail(Buffer.from(HEAD + nested))).rejects.toMatchObject({ code: 'damaged' })
  await expect(readMail(Buffer.from(`${'X-A: b\r\n'.repeat(100_000)}\r\nx`))).rejects.toMatchObject({
    code: 'damaged',
  })
  let done: Promise<unknown> = Promise.resolve()
  const time = cpuTimeOf(() => (done = readMail(mail(plain(`${'a '.repeat(40)}\n`.repeat(5_000))))))
  await done
  expect(time).toBeLessThan(QUICK_MS)
})
