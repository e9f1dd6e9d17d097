import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { READING_TIME } from './reading-time'
import { runs } from '@/tests/properties'
import { findMatches } from '@/text/search'
import { loadCase, longInputs } from '@/tests/cases/load'
import { readHtml } from './html'
import { ImportProblem, type Incoming } from './incoming'

const fileOf = (name: string) => readFileSync(new URL(`../tests/cases/${name}`, import.meta.url), 'utf8')
const paste = (html: string) => readHtml(html, { kind: 'paste' })
const file = (html: string) => readHtml(html, { kind: 'file' })
const pieces = ({ text, blocks }: Incoming) =>
  blocks.map((block) => [
    block.level ? `${block.kind} ${block.level}` : block.kind,
    text.slice(block.start, block.end),
  ])
const codeOf = (read: () => unknown) => {
  try {
    read()
  } catch (error) {
    return error instanceof ImportProblem ? error.code : error
  }
  return 'read'
}
const PROSE = 'The ministry said that prices rose by five per cent in May, and that more of it is expected.'

describe('joiners and other unseen characters', () => {
  type Case = { stored_text: string; search: { query: string; expect: { matched_text: string } }[] }
  const { stored_text, search } = loadCase<Case>('C11_zwnj')

  test('ZWNJ and ZWJ stay, zero width spaces and stray byte order marks go', () => {
    expect(file(fileOf('C11_zwnj.html')).text).toBe(stored_text)
  })

  test.each(search)('$query is found', ({ query, expect: { matched_text } }) => {
    const { text } = file(fileOf('C11_zwnj.html'))
    expect(findMatches(text, query).map(({ start, end }) => text.slice(start, end))).toContain(matched_text)
  })

  test('NULs, controls and lone surrogates go', () => {
    expect(paste('<p>a\0b&#0;c&#x1;d\ud800e&#xd800;f&#128;</p>').text).toMatch(/^ab\ufffd?cd\ufffde\ufffdf€$/)
  })
})

describe('white space', () => {
  test.each([
    ['line ends in the source', '<p> a\r\n  b\t c </p>', 'a b c'],
    ['no-break spaces', '<p>5&nbsp;%&nbsp;&nbsp; of&#160;it</p>', '5 % of it'],
    ['a line break', '<p>one <br> two<br/>three</p>', 'one\ntwo\nthree'],
    ['two line breaks', '<p>one<br><br>two</p>', 'one\n\ntwo'],
    ['a line break at the end', '<p>one<br></p><br><p>two</p>', 'one\n\ntwo'],
    ['inline marks', '<p>un<b>believ</b>able <i>and</i><span> so</span></p>', 'unbelievable and so'],
    ['nothing between blocks', '<div>a<div>b</div>c<p>d</div>', 'a\n\nb\n\nc\n\nd'],
    ['preformatted lines', '<pre>one\n  two\n\nthree</pre>', 'one\n  two\n\nthree'],
    ['decomposed letters', '<p>e\u0301te\u0301</p>', 'été'],
  ])('%s', (_name, html, text) => {
    expect(paste(html).text).toBe(text)
  })

  test('two line breaks make two blocks', () => {
    expect(pieces(paste('<p>one<br>more<br><br>two</p>'))).toEqual([
      ['paragraph', 'one\nmore'],
      ['paragraph', 'two'],
    ])
  })
})

test('a block takes the kind of the innermost element that has one', () => {
  const html = `<h2>Head</h2>loose<ul><li>one<ul><li><p>inner</p></li></ul>after</li></ul>
    <ol start=7><li>seven</ol><blockquote><p>said</p><p>more</blockquote>
    <table><caption>cap</caption><tr><th>a<td>1<br>2<tr><td><p>b</p><td></table><dl><dt>t<dd>d</dl><h6>End</h6>`
  expect(pieces(paste(html))).toEqual([
    ['heading 2', 'Head'],
    ['paragraph', 'loose'],
    ['list_item', 'one'],
    ['list_item', 'inner'],
    ['list_item', 'after'],
    ['list_item', '7. seven'],
    ['quote', 'said'],
    ['quote', 'more'],
    ['caption', 'cap'],
    ['table_cell', 'a'],
    ['table_cell', '1\n2'],
    ['table_cell', 'b'],
    ['list_item', 't'],
    ['list_item', 'd'],
    ['heading 6', 'End'],
  ])
  expect(paste(html).notices).toEqual([{ kind: 'tables', as: 'kept', count: 1 }])
})

test('standfirst, captions and pull quotes are told by their elements, classes and roles', () => {
  const html = `<h1>Head</h1><p class="article-standfirst">What it is about.</p><p role=doc-subtitle>عن ماذا.</p>
    <figure><img src=a><figcaption><p>The pier, 1998.</p></figcaption></figure>
    <aside class="c-pullquote left"><blockquote>They rose by 3 percent.</blockquote></aside>
    <blockquote class=pull-quote>ارتفعت ٣ في المئة</blockquote><p class="decked">Words.</p>`
  expect(pieces(paste(html)).slice(-6)).toEqual([
    ['standfirst', 'What it is about.'],
    ['standfirst', 'عن ماذا.'],
    ['caption', 'The pier, 1998.'],
    ['pull_quote', 'They rose by 3 percent.'],
    ['pull_quote', 'ارتفعت ٣ في المئة'],
    ['paragraph', 'Words.'],
  ])
})

describe('content that no reader sees is not text', () => {
  test.each([
    ['a script', '<script>x("<p>no</p>")</script>', [['scripts', 1]]],
    ['a style sheet', '<style>p{content:"no"}</style>', []],
    ['a template', '<template><p>no</p></template>', [['hidden_text', 1]]],
    ['a comment', '<!-- no <p>no</p> --><!doctype no><?no?><![CDATA[no]]>', []],
    ['a hidden element', '<div hidden>no<p>no</p></div><p hidden="until-found">no</p>', [['hidden_text', 2]]],
    ['an empty hidden element', '<div hidden><span></span> </div>', []],
    ['hidden by its style', '<p style="color:red; DISPLAY : none">no</p>', [['hidden_text', 1]]],
    ['invisible by its style', '<p style="visibility: hidden">no<span>no</span></p>', [['hidden_text', 1]]],
    ['a closed dialog', '<dialog>no</dialog>', [['hidden_text', 1]]],
    ['a page without scripts', '<noscript>no</noscript>', [['hidden_text', 1]]],
    ['form fields', '<select><option>no</select><textarea>no</textarea>', [['hidden_text', 2]]],
    ['pictures', '<img alt="no"><svg><title>no</title><text>no</text></svg>', [['images', 2]]],
    ['other media', '<video>no</video><iframe>no</iframe><object>no</object>', [['embedded', 3]]],
    ['struck by its editors', '<del>no</del>', [['deletions', 1]]],
    ['the title of the window', '<title>no</title>', []],
  ])('%s', (_name, hidden, notices) => {
    const { text, notices: given } = paste(`<p>seen</p>${hidden}<p>too</p>`)
    expect(text).toBe('seen\n\ntoo')
    expect(given.map(({ kind, count }) => [kind, count])).toEqual(notices)
  })

  test('a style that hides nothing leaves the text', () => {
    expect(paste('<p style="--display:none;display:block">a</p><dialog open>b</dialog>').text).toBe('a\n\nb')
  })

  test('an element that is never closed hides only its own content', () => {
    expect(paste('<div><span hidden>no</div><p>yes').text).toBe('yes')
    expect(paste('<p hidden>no<p>yes').text).toBe('yes')
  })

  test('a document without text is not an article', () => {
    expect(codeOf(() => paste('<div hidden>no</div> <p>&nbsp;</p>'))).toBe('empty')
    expect(codeOf(() => file(''))).toBe('empty')
  })
})

describe('pasted from Word', () => {
  type Case = { expect_text_whitespace_collapsed: string[]; must_not_contain: string[] }
  const { expect_text_whitespace_collapsed, must_not_contain } = loadCase<Case>('C37_word_paste')

  test.each(['file', 'paste'] as const)('as a %s: only paragraphs, nothing from Word', (kind) => {
    const incoming = readHtml(fileOf('C37_word_paste.html'), { kind })
    expect(pieces(incoming).map(([, text]) => text)).toEqual(expect_text_whitespace_collapsed)
    for (const bad of must_not_contain) expect(incoming.text).not.toContain(bad)
    expect(pieces(incoming).map(([kind]) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'list_item',
      'list_item',
      'paragraph',
    ])
  })

  test('bullets are removed by their markers, with or without a style', () => {
    const bullet = '<!--[if !supportLists]--><span>·<span>&nbsp; </span></span><!--[endif]-->'
    expect(paste(`<p class=MsoListParagraphCxSpFirst>${bullet}first</p><p>next</p>`).text).toBe(
      'first\n\nnext',
    )
    expect(paste('<p>a<!--[if !supportLists]-->b</p><p>c</p>').text).toBe('a\n\nc')
  })

  test('keeps its title, without comments and hidden text', () => {
    const incoming = paste(
      `<p class=MsoTitle>Prices rise</p><p class=MsoNormal>They rose<a class=MsoCommentReference href="#c1">[a1]</a>
       <span style='mso-hide:all'>no</span></p>
       <div style='mso-element:comment-list'><div style='mso-element:comment'><p>really?</p></div></div>`,
    )
    expect(incoming).toMatchObject({ title: 'Prices rise', text: 'They rose' })
    expect(incoming.notices).toEqual([
      { kind: 'comments', as: 'left_out', count: 1 },
      { kind: 'hidden_text', as: 'left_out', count: 1 },
    ])
  })
})

test('pasted from Google Docs', () => {
  const html = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><h1
    dir="ltr" style="line-height:1.38"><span style="font-size:20pt;white-space:pre-wrap;">Prices rise</span></h1><p dir="ltr"><span
    style="white-space:pre;white-space:pre-wrap;">They rose by </span><span style="font-weight:700">five</span><span> per cent</span><span
    style="white-space:pre-wrap;"><br /></span><span>in May.</span></p><br /><ul style="margin-top:0"><li dir="ltr" aria-level="1"><p
    dir="ltr" role="presentation"><span>bread</span></p></li></ul><br /><br /><p dir="rtl"><span>قال الوزير</span></p></b><br
    class="Apple-interchange-newline">`
  const incoming = paste(html)
  expect(incoming.title).toBe('Prices rise')
  expect(pieces(incoming)).toEqual([
    ['paragraph', 'They rose by five per cent\nin May.'],
    ['list_item', 'bread'],
    ['paragraph', 'قال الوزير'],
  ])
})

describe('what a document says about itself', () => {
  test.each([
    ['<title>Prices rise</title><h1>Prices rise</h1><p>a', 'Prices rise', 'a'],
    ['<title>Prices “rise” – The Site</title><h1>prices "rise"</h1><p>a', 'prices "rise"', 'a'],
    [
      '<title>The Site</title><meta property="og:title" content="Prices rise"><h1>Prices rise</h1><p>a',
      'Prices rise',
      'a',
    ],
    ['<title>The Site</title><h1>Prices rise</h1><p>a', 'The Site', 'Prices rise\n\na'],
    ['<h1>Prices\n rise</h1><p>a', 'Prices rise', 'a'],
    ['<title>x</title><h2>Section</h2><p>a<h2>x</h2><p>b', 'x', 'Section\n\na\n\nx\n\nb'],
    ['<p>a', '', 'a'],
  ])('title of %s', (html, title, text) => {
    expect(file(html)).toMatchObject({ title, text })
  })

  test.each([
    ['<meta name="Author" content=" Layan\n Noor ">', 'Layan Noor'],
    ['<meta property="article:author" content="https://x.test/a"><a rel="author nofollow">Noor</a>', 'Noor'],
    ['<span itemprop="author"><b>Layan</b></span>', 'Layan'],
    [`<span rel=author>${'not a name '.repeat(30)}`, ''],
    ['', ''],
  ])('byline of %s', (html, byline) => {
    expect(file(`${html}<p>text`).byline).toBe(byline)
  })

  test.each([
    ['<html lang="ar-EG">', 'مرحبا', 'ar-EG'],
    ['<html lang="en">', 'قالت الوزارة إن السعر ارتفع في البلاد كلها', 'ar'],
    ['<html lang="en">', 'وزیر اعظم نے کہا کہ قیمتوں میں اضافہ نہیں ہوا', 'ur'],
    ['<html lang="">', 'Les prix ont augmenté, selon le ministre', 'fr'],
    ['<meta property="og:locale" content="fa_IR">', 'قیمت نان', 'fa-IR'],
    ['', '12345', null],
  ])('language of %s %s', (html, text, language) => {
    expect(file(`${html}<p>${text}`).language).toBe(language)
  })

  test('its address, when that is valid', () => {
    const link = (href: string, how: Parameters<typeof readHtml>[1]) =>
      readHtml(`<link rel="canonical" href="${href}"><article><p>${PROSE}</p></article>`, how).canonicalUrl
    const page = { kind: 'page', address: 'https://example.org/r?id=1' } as const
    expect(link('/news/1', page)).toBe('https://example.org/news/1')
    expect(link('javascript:alert(1)', page)).toBe('https://example.org/r?id=1')
    expect(link('https://me:pw@example.org/', page)).toBe('https://example.org/r?id=1')
    expect(link('https://example.org/a', { kind: 'file' })).toBe('https://example.org/a')
    expect(link('/a', { kind: 'file' })).toBeNull()
    expect(link('https://example.org/a', { kind: 'paste' })).toBeNull()
  })
})

describe('the article of a page', () => {
  const menu = `<nav><ul>${'<li><a href="/x">Section of the site</a>'.repeat(12)}</ul></nav>`
  const page = (article: string, head = '') =>
    readHtml(
      `<!doctype html>${head}${menu}${article}<footer><p>All rights <a href=/>reserved</a></p></footer>`,
      {
        kind: 'page',
        address: 'https://example.org/r',
      },
    )

  test('stands alone, and the content around it is counted', () => {
    const incoming = page(
      `<article><h1>Prices rise</h1><p>${PROSE}</p><h2>Bread</h2><p>${PROSE} <a href=/b>More</a>.</p>
       <ul><li>bread</li><li>oil</li></ul><blockquote><p>It will rise again, said the minister.</p></blockquote></article>`,
      `<title>Prices rise | The Site</title><meta property="og:site_name" content="The Site">`,
    )
    expect(incoming.title).toBe('Prices rise')
    expect(pieces(incoming)).toEqual([
      ['paragraph', PROSE],
      ['heading 2', 'Bread'],
      ['paragraph', `${PROSE} More.`],
      ['list_item', 'bread'],
      ['list_item', 'oil'],
      ['quote', 'It will rise again, said the minister.'],
    ])
    expect(incoming.notices).toEqual([{ kind: 'page_furniture', as: 'left_out', count: 13 }])
  })

  test('keeps the captions and pull quotes that its readers see, not its other asides', () => {
    const incoming = page(
      `<article><p>${PROSE}</p><figure><img src=a.jpg><figcaption>The pier, 1998.</figcaption></figure>
       <aside class="pull-quote"><p>They rose by 3 percent.</p></aside><aside><p>Read more.</p></aside>
       <p>${PROSE}</p></article>`,
    )
    expect(pieces(incoming)).toEqual([
      ['paragraph', PROSE],
      ['caption', 'The pier, 1998.'],
      ['pull_quote', 'They rose by 3 percent.'],
      ['paragraph', PROSE],
    ])
  })

  test('takes its title and author from JSON-LD, which may hold any characters', () => {
    const data = JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Prices <b> & "rise"',
      author: { '@type': 'Person', name: 'Layan & Noor' },
    })
    const incoming = page(
      `<article>${`<p>${PROSE}</p>`.repeat(3)}</article>`,
      `<title>Home</title><script type="application/ld+json">${data}</script><script>track()</script>`,
    )
    expect(incoming).toMatchObject({ title: 'Prices <b> & "rise"', byline: 'Layan & Noor' })
    expect(incoming.notices).toContainEqual({ kind: 'scripts', as: 'left_out', count: 1 })
  })

  test('keeps joiners, entities, Arabic and line breaks as a file does', () => {
    const body = `<p>او می&zwnj;گوید خبر درست نیست و قیمت نان &lt;ارزان&gt; &amp;amp; ثابت مانده است؛ این را وزارت گفت.<br>تمام</p>`
    expect(page(`<div class="story">${body.repeat(3)}</div>`).text).toBe(file(body.repeat(3)).text)
  })

  test.each([
    ['a menu', ''],
    ['one short line', '<p>Loading…</p>'],
    ['teasers that are links', `<div>${`<p><a href="/1">${PROSE}</a></p>`.repeat(8)}</div>`],
    ['hidden text', `<article hidden><p>${PROSE.repeat(5)}</p></article>`],
  ])('is not found when the page has only %s', (_name, body) => {
    expect(codeOf(() => page(body))).toBe('no_article')
  })
})

const TAGS =
  '<p> </p> <br> <b> </b> <li> <ul> </ul> <td> <table> </table> <h1> </h1> <pre> </pre> <a\0href=x> </a> <math> </div> ' +
  '<!-- --> <svg> </svg> <blockquote> </blockquote> <title> </title> <head> </body> <meta\0name="a<b>"> <x:y> < & &nbsp; &lt'

test.each(['paste', 'page'] as const)(
  'any %s gives canonical text whose blocks have one blank line between them',
  (kind) => {
    const complaints = vi.spyOn(console, 'log')
    const part = fc.oneof(
      fc.constantFrom(...TAGS.split(' '), '<div hidden>', '<div class="a&quot;b" id=c/>', '\n\n', ' '),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.constantFrom('خبر', '\u0301', '\u200c', '\r\n', '\ufeff', '\ud800'),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        let incoming: Incoming
        try {
          incoming = readHtml(`<p>${PROSE}</p><p>${parts.join('')}`, { kind })
        } catch (error) {
          return error instanceof ImportProblem
        }
        const { text, blocks } = incoming
        expect(text).toBe(text.normalize('NFC'))
        expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text)
        for (const { start, end } of blocks) {
          expect(text.slice(start, end)).not.toMatch(/^\s|\s$|\n\n|\0|\p{Surrogate}/u)
          expect(end).toBeGreaterThan(start)
        }
        return true
      }),
      { numRuns: runs(500) },
    )
    expect(complaints).not.toHaveBeenCalled()
    complaints.mockRestore()
  },
)

describe('huge and hostile input', () => {
  const quickly = (read: () => unknown) => {
    let code: ReturnType<typeof codeOf>
    expect(cpuTimeOf(() => (code = codeOf(read)))).toBeLessThan(QUICK_MS)
    return code
  }

  test.each(['file', 'paste', 'page'] as const)(
    'a hundred thousand levels as a %s are refused at once',
    (kind) => {
      expect(quickly(() => readHtml(`${'<div>'.repeat(100_000)}x`, { kind }))).toBe('damaged')
    },
  )

  test('a page with hundreds of levels is read', () => {
    const deep = (text: string) => `${'<div>'.repeat(400)}<p>${text}</p><p>End.</p>${'</div>'.repeat(400)}`
    expect(file(deep('a')).text).toBe('a\n\nEnd.')
    const { text } = readHtml(deep(PROSE.repeat(3)), { kind: 'page' })
    expect(text).toContain(PROSE.repeat(3))
    expect(text).not.toContain('expected.End')
  })

  test.each([
    ['letters', 'a'],
    ['words', 'word, '],
    ['open brackets', '<'],
    ['ampersands', '&'],
    ['open comments', '<!--'],
    ['blanks', ' \n'],
    ['line breaks', 'x<br>'],
    ['closing tags', '</b>'],
    ['unclosed marks with attributes', '<b id=1>'],
  ])('a million units of %s take no time', (_name, unit) => {
    const html = `<p>${unit.repeat(1_000_000 / unit.length)}</p>`
    expect(quickly(() => paste(html))).toMatch(/^(?:read|empty|damaged|too_large)$/)
  })

  test('texts designed to slow readers down take no time', () => {
    for (const { text } of longInputs()) quickly(() => paste(text))
  })

  test('a hundred thousand attributes take no time', () => {
    const attributes = Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(' ')
    expect(quickly(() => paste(`<p ${attributes}>x`))).toBe('read')
  })

  test('a text over the desk’s limit is refused before all of it is read', () => {
    expect(quickly(() => paste('<p>word'.repeat(2_500_000)))).toBe('too_many_blocks')
    expect(quickly(() => paste(`<p>${'word '.repeat(2_500_000)}`))).toBe('too_large')
    expect(codeOf(() => paste('<p>a'.repeat(10_000)))).toBe('read')
    expect(codeOf(() => paste('<p>a'.repeat(10_001)))).toBe('too_many_blocks')
    expect(codeOf(() => paste(`<p>${'a'.repeat(1_000_000)}`))).toBe('read')
    expect(codeOf(() => paste(`<p>${'a'.repeat(1_000_001)}`))).toBe('too_large')
  })

  test('a walk that takes too long is given up', () => {
    const now = vi
      .spyOn(performance, 'now')
      .mockReturnValueOnce(0)
      .mockReturnValue(READING_TIME.html + 1)
    expect(codeOf(() => paste('<p>a'))).toBe('timeout')
    now.mockRestore()
  })

  test('a page with a great many elements is refused', () => {
    const rows = `<div>${'word, word<br><br>'.repeat(15_000)}</div>`
    expect(quickly(() => readHtml(rows, { kind: 'page' }))).toBe('too_large')
  })
})
