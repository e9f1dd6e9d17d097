import { describe, expect, test } from 'vitest'
import { readMail } from './mail'

async function read(html: string) {
  const { text, blocks, notices } = await readMail(
    Buffer.from(
      `From: Layan <l@example.org>\r\nSubject: Prices\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`,
    ),
  )
  return {
    blocks: blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]),
    earlier: notices.find(({ kind }) => kind === 'quoted_messages')?.count ?? 0,
  }
}

const OWN = { en: 'The mayor said so.', ar: 'هكذا قال رئيس البلدية.' }
const ASKED = { en: 'Did it rise?', ar: 'هل ارتفع السعر؟' }
const LINE = {
  en: 'On Tue, 24 Nov 2026 at 11:02, Nadia &lt;n@example.org&gt; wrote:',
  ar: 'في الثلاثاء، ٢٤ نوفمبر ٢٠٢٦ في ١١:٠٢، كتبت نادية &lt;n@example.org&gt;:',
}

describe.each(['en', 'ar'] as const)('in a message in HTML (%s)', (language) => {
  const [own, asked, line] = [OWN[language], ASKED[language], LINE[language]]

  test.each([
    ['alone', `<p>${own}</p><blockquote>${asked}</blockquote><p>${own}</p>`],
    ['of several paragraphs', `<p>${own}</p><blockquote><p>${asked}</p></blockquote><p>${own}</p>`],
    [
      'with its source',
      `<p>${own}</p><blockquote cite="https://example.org/a">${asked}</blockquote><p>${own}</p>`,
    ],
    ['behind a colon', `<p>${own.slice(0, -1)}:</p><blockquote>${asked}</blockquote><p>${own}</p>`],
    ['behind an address', `<p>press@example.org:</p><blockquote>${asked}</blockquote><p>${own}</p>`],
    [
      'indented by a mail program',
      `<p>${own}</p><blockquote style="margin:0 0 0 40px">${asked}</blockquote><p>${own}</p>`,
    ],
  ])('a quotation %s is part of the text', async (_name, html) => {
    const { blocks, earlier } = await read(html)
    expect(earlier).toBe(0)
    expect(blocks[1]).toEqual(['quote', asked])
    expect(blocks[2]).toEqual(['paragraph', own])
  })

  test.each([
    [
      'Gmail',
      `<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${line}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex">${asked}</blockquote></div>`,
    ],
    [
      'Apple Mail',
      `<div><br><blockquote type="cite"><div>${line}</div><br><div>${asked}</div></blockquote></div>`,
    ],
    [
      'Thunderbird',
      `<div class="moz-cite-prefix">${line}<br></div><blockquote type="cite" cite="mid:1@example.org">${asked}</blockquote>`,
    ],
    [
      'Yahoo',
      `<div id="ydp1yahoo_quoted_1" class="ydp1 yahoo_quoted"><div>${line}</div><div>${asked}</div></div>`,
    ],
    [
      'Outlook in the browser',
      `<div id="appendonsend"></div><hr><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Nadia<br><b>Subject:</b> Copy</div><div>${asked}</div>`,
    ],
    [
      'Outlook',
      `<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal><b>From:</b> Nadia<br><b>Sent:</b> Tuesday 11:02<br><b>To:</b> Layan<br><b>Subject:</b> Copy</p></div><p class=MsoNormal>${asked}</p>`,
    ],
    [
      'Proton',
      `<div class="protonmail_quote">${line}<blockquote class="protonmail_quote" type="cite">${asked}</blockquote></div>`,
    ],
    ['a program that marks nothing', `<p>${line}</p><blockquote><p>${asked}</p><p>${asked}</p></blockquote>`],
  ])('what %s put below is an earlier message', async (_program, below) => {
    const { blocks, earlier } = await read(
      `<p>${own}</p><blockquote>${own}</blockquote><p>${own}</p>${below}`,
    )
    expect(earlier).toBe(1)
    expect(blocks.slice(0, 3)).toEqual([
      ['paragraph', own],
      ['quote', own],
      ['paragraph', own],
    ])
    expect(blocks.at(-1)).toEqual(['quote', asked])
  })

  test('answers between the lines of an earlier message are text', async () => {
    const cited = `<blockquote type="cite">${asked}</blockquote>`
    const { blocks, earlier } = await read(
      `${cited}<p>${own}</p>${cited}<blockquote>${own}</blockquote><p>${own}</p>`,
    )
    expect(earlier).toBe(2)
    expect(blocks).toEqual([
      ['quote', asked],
      ['paragraph', own],
      ['quote', asked],
      ['quote', own],
      ['paragraph', own],
    ])
  })

  test('a heading that repeats the subject goes, and the earlier message stays where it is', async () => {
    const { blocks, earlier } = await read(
      `<h1>Prices</h1><p>${own}</p><blockquote type="cite"><ul><li>${asked}</li></ul><p>${asked}</p></blockquote><p>${own}</p>`,
    )
    expect(earlier).toBe(1)
    expect(blocks).toEqual([
      ['paragraph', own],
      ['list_item', asked],
      ['quote', asked],
      ['paragraph', own],
    ])
  })
})
