import { describe, expect, test } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { readFile } from '../import'
import { ImportProblem } from '../incoming'
import { readNews } from './news'

const read = (xml: string) => readNews(Buffer.from(xml))
const blocks = ({ text, blocks: all }: ReturnType<typeof read>) =>
  all.map(({ kind, start, end }) => [kind, text.slice(start, end)])

const BODY = '<p>Prices rose by <money unit="USD">5 dollars</money>&#160;in May.</p><p>Then they fell.</p>'
const nitf = (content = BODY, head = '', before = '<?xml version="1.0" encoding="UTF-8"?>') => `${before}
<nitf xml:lang="en"><head><title>slug</title><docdata><urgency ed-urg="4"/></docdata></head><body>
<body.head><hedline><hl1>Bread is dearer</hl1><hl2>What it means</hl2></hedline>
<byline>By <person>Layan Noor</person><bytitle>Correspondent</bytitle></byline>
<dateline><location>ASTANA</location>, <story.date norm="20240503">May 3</story.date></dateline>${head}</body.head>
<body.content>${content}</body.content><body.end><tagline>Edited by A.</tagline></body.end></body></nitf>`
const g2 = (inline: string, meta = '') => `<?xml version="1.0"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem xml:lang="ar"><itemMeta><pubStatus/></itemMeta>
<contentMeta><by>بقلم ليان نور</by><dateline>أستانا، 3 مايو</dateline><language tag="ar"/><headline>ارتفاع الأسعار</headline>${meta}</contentMeta>
<contentSet>${inline}</contentSet></newsItem></itemSet></newsMessage>`

describe('NITF', () => {
  test('gives its headline, byline, dateline, language and blocks', () => {
    const incoming = read(nitf())
    expect(incoming).toMatchObject({
      title: 'Bread is dearer',
      byline: 'Layan Noor',
      dateline: 'ASTANA, May 3',
      language: 'en',
    })
    expect(blocks(incoming)).toEqual([
      ['standfirst', 'What it means'],
      ['paragraph', 'Prices rose by 5 dollars in May.'],
      ['paragraph', 'Then they fell.'],
      ['paragraph', 'Edited by A.'],
    ])
    expect(incoming.notices).toEqual([{ kind: 'metadata', as: 'left_out', count: 2 }])
  })

  test('keeps lists, quotations, tables, subheadings and captions; counts pictures', () => {
    const content = `<hl2>In the shops</hl2><block><p>One.</p></block><ul><li>Oil</li><li><p>Rice</p></li></ul>
      <bq><block><p>It is dear.</p></block></bq><table><tr><td>A</td><td>1</td></tr></table>
      <media media-type="image"><media-reference source="a.jpg"/><media-caption><p>A shop.</p></media-caption></media>`
    const incoming = read(nitf(content))
    expect(blocks(incoming).slice(1, -1)).toEqual([
      ['heading', 'In the shops'],
      ['paragraph', 'One.'],
      ['list_item', 'Oil'],
      ['list_item', 'Rice'],
      ['quote', 'It is dear.'],
      ['table_cell', 'A'],
      ['table_cell', '1'],
      ['caption', 'A shop.'],
    ])
    expect(incoming.notices).toContainEqual({ kind: 'images', as: 'left_out', count: 1 })
  })

  test('keeps each author, and remarks to the editors are comments, not the text', () => {
    const head = `<byline>and YUSRA ADEL</byline><distributor>North Star</distributor><note><body.content><p>Eds: UPDATES
      figures, see https://example.org/ferry.</p></body.content></note>`
    const { byline, text, notes, notices } = read(nitf('<p>Ferries stopped.</p>', head))
    expect(byline).toBe('Layan Noor, and YUSRA ADEL')
    expect(text).toBe('What it means\n\nFerries stopped.\n\nEdited by A.')
    expect(notes).toEqual([
      {
        origin: 'comment',
        author: '',
        text: 'Eds: UPDATES figures, see https://example.org/ferry.',
        links: ['https://example.org/ferry'],
        start: 0,
        end: 0,
      },
    ])
    expect(notices).toContainEqual({ kind: 'comments', as: 'left_out', count: 1 })
    expect(notices).toContainEqual({ kind: 'metadata', as: 'left_out', count: 3 })
  })

  test('keeps the form of its words, its links and the numbers of its lists', () => {
    const content = `<p>It rose from 8<sup>1</sup>/<sub>2</sub> to <frac><frac-num>3</frac-num>/<frac-den>4</frac-den></frac>
      of 10<sup>6</sup>, says <q>Sea</q> on <a href="https://example.org/x">its page</a>.</p>
      <ol start="4"><li>Oil</li></ol><media><media-caption>A pier.</media-caption><media-producer>I. B.</media-producer></media>`
    const incoming = read(nitf(content))
    expect(blocks(incoming).slice(1, -1)).toEqual([
      ['paragraph', 'It rose from 8 1/2 to 3/4 of 10⁶, says “Sea” on its page.'],
      ['list_item', '4. Oil'],
      ['caption', 'A pier.'],
    ])
    expect(incoming.links?.map(({ url, start, end }) => [url, incoming.text.slice(start, end)])).toEqual([
      ['https://example.org/x', 'its page'],
    ])
    expect(incoming.notices).toContainEqual({ kind: 'metadata', as: 'left_out', count: 3 })
  })

  test('may name its document type, and its entities are those of HTML', () => {
    const before = '<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.2/dtd/nitf-3-2.dtd">'
    expect(read(nitf('<p>Bread&mdash;dear.</p>', '', before)).text).toContain('Bread—dear.')
  })

  test('in an old code page that it declares', () => {
    const xml = nitf('<p>*</p>', '', '<?xml version="1.0" encoding="windows-1256"?>')
    const [before = '', after = ''] = xml.split('*')
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from('c7d1caddda', 'hex'), Buffer.from(after)])
    expect(readNews(bytes).text).toContain('ارتفع')
  })
})

describe('NewsML-G2', () => {
  const expected = { title: 'ارتفاع الأسعار', byline: 'ليان نور', dateline: 'أستانا، 3 مايو', language: 'ar' }

  test.each([
    [
      'NITF',
      `<inlineXML contenttype="application/nitf+xml">${nitf('<p>ارتفعت.</p>', '', '').replace('<hl2>What it means</hl2>', '').replace('<tagline>Edited by A.</tagline>', '')}</inlineXML>`,
    ],
    [
      'XHTML',
      '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>ارتفعت.</p></body></html></inlineXML>',
    ],
    ['plain text', '<inlineData contenttype="text/plain">ارتفعت.</inlineData>'],
    ['HTML as characters', '<inlineData contenttype="text/html">&lt;p&gt;ارتفعت.&lt;/p&gt;</inlineData>'],
  ])('with its body in %s', (_name, inline) => {
    const incoming = read(g2(inline))
    expect(incoming).toMatchObject(expected)
    expect(blocks(incoming)).toEqual([['paragraph', 'ارتفعت.']])
  })

  test('keeps the numbers and links of XHTML, and its remarks are comments', () => {
    const body = `<p>ارتفعت ١٠<sup>٦</sup> مرة.</p><ol start="2"><li><a href="https://example.org/n">زيادة</a> الأجور.</li></ol>`
    const html = `<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html></inlineXML>`
    const incoming = read(g2(html).replace('<pubStatus/>', '<pubStatus/><edNote>للمحررين: يتبع.</edNote>'))
    expect(blocks(incoming)).toEqual([
      ['paragraph', 'ارتفعت ١٠^٦ مرة.'],
      ['list_item', '2. زيادة الأجور.'],
    ])
    expect(incoming.links).toHaveLength(1)
    expect(incoming.notes.map(({ text }) => text)).toEqual(['للمحررين: يتبع.'])
  })

  test.each([
    [
      '<headline role="hld:subHeadline">فرعي</headline><headline role="hld:main">رئيسي</headline>',
      'رئيسي',
      ['فرعي'],
    ],
    ['<headline>Un</headline><headline>Deux</headline>', 'Un', ['Deux']],
    [
      '<headline role="x:short">Short</headline><headline role="x:hl">Long one</headline>',
      'Long one',
      ['Short'],
    ],
    ['<headline role="hld:main">A <b>9</b>%</headline><headline role="hld:main">A 9%</headline>', 'A 9%', []],
    ['<headline role="hld:sub">Only</headline>', 'Only', []],
  ])('has one headline; the others stand above its text: %s', (headlines, title, standfirsts) => {
    const xml = g2('<inlineData>ارتفعت.</inlineData>').replace(/<headline>.*<\/headline>/, headlines)
    const incoming = read(xml)
    expect(incoming.title).toBe(title)
    expect(blocks(incoming)).toEqual([
      ...standfirsts.map((one) => ['standfirst', one]),
      ['paragraph', 'ارتفعت.'],
    ])
  })

  test.each([
    ['<pubStatus qcode="stat:canceled"/>', ['canceled']],
    [
      '<pubStatus qcode="stat:withheld"/><embargoed>2026-12-05T10:00:00Z</embargoed>',
      ['embargoed 2026-12-05T10:00:00Z', 'withheld'],
    ],
    ['<embargoed/>', ['embargoed']],
    ['<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>', ['canceled']],
    ['<pubStatus qcode="stat:usable"/>', undefined],
    ['<pubStatus/>', undefined],
  ])('says when its agency limits its use: %s', (status, names) => {
    const { notices } = read(g2('<inlineData>ارتفعت.</inlineData>').replace('<pubStatus/>', status))
    expect(notices.find(({ kind }) => kind === 'limited_use')?.names).toEqual(names)
  })

  test('of a file with several messages, the first with words is read and the others are named', () => {
    const picture =
      '<newsItem guid="urn:p:1"><contentMeta/><contentSet><remoteContent/></contentSet></newsItem>'
    const other =
      '<newsItem><contentMeta><headline>Dam</headline></contentMeta><contentSet><inlineData>Full.</inlineData></contentSet></newsItem>'
    const xml = g2('<inlineData>ارتفعت.</inlineData>')
      .replace('<itemSet>', `<itemSet>${picture}`)
      .replace('</itemSet>', `${other}</itemSet>`)
    const incoming = read(xml)
    expect(incoming.text).toBe('ارتفعت.')
    expect(incoming.notices).toContainEqual({
      kind: 'other_items',
      as: 'left_out',
      count: 2,
      names: ['urn:p:1', 'Dam'],
    })
  })

  test('without a text is refused', () => {
    expect(() => read(g2('<remoteContent href="a.jpg"/>'))).toThrow(new ImportProblem('empty'))
    expect(() => read('<newsMessage/>')).toThrow(new ImportProblem('not_this_format'))
  })
})

test('both are told by their content, whatever their name', async () => {
  const file = (name: string, text: string) => readFile({ name, type: '', bytes: Buffer.from(text) })
  expect((await file('a.xml', nitf())).title).toBe('Bread is dearer')
  expect((await file('a.txt', g2('<inlineData>ارتفعت.</inlineData>'))).title).toBe('ارتفاع الأسعار')
})

test.each([
  ['3 <num><frac><frac-num>1</frac-num><frac-sep/><frac-den>2</frac-den></frac></num> m', '3 1/2 m'],
  ['<frac><frac-num>3</frac-num><frac-sep>/</frac-sep><frac-den>4</frac-den></frac>', '3/4'],
  ['<num><frac><frac-num>١</frac-num><frac-sep/><frac-den>٢</frac-den></frac></num>', '١/٢'],
  ['10<sup>6</sup> of CO<sub>2</sub>', '10⁶ of CO₂'],
  ['up to 12<frac><frac-num>1</frac-num><frac-sep/><frac-den>8</frac-den></frac>', 'up to 12 1/8'],
])('a fraction of NITF is one: %s', (written, text) => {
  expect(blocks(read(nitf(`<p>${written}</p>`)))).toContainEqual(['paragraph', text])
})

test.each(['embargoed', 'canceled', 'withheld'])('NITF says that a message is %s', (status) => {
  const xml = nitf().replace('<docdata>', `<docdata management-status="${status}">`)
  expect(read(xml).notices).toContainEqual({ kind: 'limited_use', as: 'left_out', count: 1, names: [status] })
})

describe('hostile markup', () => {
  test.each([
    ['entities', `<!DOCTYPE nitf [<!ENTITY a "${'b'.repeat(100)}">]>`, 'entities'],
    ['a broken element', '<?xml version="1.0"?><b>', 'damaged'],
    ['an unknown entity', '', 'damaged'],
  ])('with %s is refused', (_name, before, code) => {
    const text = nitf(code === 'damaged' && before === '' ? '<p>&xxe;</p>' : BODY, '', before)
    expect(() => read(text)).toThrow(`import: ${code}`)
  })

  test('of any depth and length takes no time', () => {
    expect(() => read(nitf('<block>'.repeat(100_000)))).toThrow('import: damaged')
    expect(cpuTimeOf(() => read(nitf('<p>a <em>b</em></p>'.repeat(5_000))))).toBeLessThan(QUICK_MS)
  })
})
