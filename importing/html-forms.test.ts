import { describe, expect, test } from 'vitest'
import { readHtml } from './html'
import type { Incoming } from './incoming'

const file = (html: string) => readHtml(html, { kind: 'file' })
const textOf = (html: string) => file(html).text
const counts = ({ notices }: Incoming) => Object.fromEntries(notices.map(({ kind, count }) => [kind, count]))
const notesOf = ({ notes, text }: Incoming) =>
  notes.map((note) => [note.origin, note.text, text.slice(note.start, note.end)])

describe('raised and lowered words', () => {
  test.each([
    ['10<sup>6</sup> t', '10⁶ t'],
    ['10<span style="font-size:0.6em;vertical-align:super;">6</span> t', '10⁶ t'],
    ['<style>.c3{vertical-align:super}</style>10<span class="c1 c3">6</span>', '10⁶'],
    ['10<span style="position:relative;top:-3.0pt;mso-text-raise:3.0pt">6</span>', '10⁶'],
    ['10<sup><span lang=EN>-</span></sup><sup>3</sup>', '10⁻³'],
    ['CO<sub>2</sub>, H<span style="vertical-align: sub">2</span>O', 'CO₂, H₂O'],
    ['3<sup>1</sup>/<sub>2</sub> and <sup>1</sup>&frasl;<sub>4</sub>', '3 1/2 and 1⁄4'],
    ['<math><msup><mi>x</mi><mn>2</mn></msup></math>', 'x²'],
    ['<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>', '(a+b)/2'],
    ['<math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math>', 'x₁²'],
    ['<table><tr><td style="vertical-align:super">10</td></tr></table>', '10'],
    ['le 1<sup>er</sup> mai', 'le 1er mai'],
  ])('%s', (html, text) => expect(textOf(`<p>${html}</p>`)).toBe(text))
})

describe('crossed-out words', () => {
  test.each([
    ['<s>120</s> 210', '210', { struck: 1 }],
    ['a <strike>b</strike> <span style="text-decoration:line-through">c</span> d', 'a d', { struck: 2 }],
    ['a <span style="text-decoration-line: underline line-through">b</span>c', 'a c', { struck: 1 }],
    ['<s>a <span style="text-decoration:none">b</span></s> c', 'c', { struck: 1 }],
    ['<s style="text-decoration: none">a</s> c', 'a c', {}],
    [
      '<style>.c5{color:red;text-decoration:line-through}</style>a <span class=c5>b</span> c',
      'a c',
      { struck: 1 },
    ],
    ['الضريبة <s>لا</s> يدفعها', 'الضريبة يدفعها', { struck: 1 }],
    ['<u>a</u> <span style="text-decoration:underline">b</span>', 'a b', {}],
  ])('%s', (html, text, counted) => {
    const found = file(`<p>${html}</p>`)
    expect(found.text).toBe(text)
    expect(counts(found)).toEqual(counted)
  })
})

describe('list numbers', () => {
  const item = (given: string, words: string) => `<li${given}>${words}</li>`
  const three = item('', 'x') + item('', 'y') + item('', 'z')
  test.each([
    [`<ol start=3>${item('', 'x')}${item('', 'y')}${item(' value=9', 'z')}</ol>`, '3. x|4. y|9. z'],
    [`<ol reversed>${three}</ol>`, '3. x|2. y|1. z'],
    [`<ol reversed start=9>${three}</ol>`, '9. x|8. y|7. z'],
    [`<ol type=a start=26>${three}</ol>`, 'z. x|aa. y|ab. z'],
    [`<ol type=A>${three}</ol>`, 'A. x|B. y|C. z'],
    [`<ol type=i start=8>${three}</ol>`, 'viii. x|ix. y|x. z'],
    [`<ol type=I>${three}</ol>`, 'I. x|II. y|III. z'],
    [`<ol style="list-style-type:arabic-indic" start=9>${three}</ol>`, '٩. x|١٠. y|١١. z'],
    [`<ol style="list-style: persian inside">${three}</ol>`, '۱. x|۲. y|۳. z'],
    [`<ol style="list-style-type:none">${three}</ol>`, 'x|y|z'],
    [`<ul>${three}</ul>`, 'x|y|z'],
    [
      `<ol>${item('', `x<ol type=a>${item('', 'y')}</ol>`)}${item('', '<p>z</p><p>w</p>')}</ol>`,
      '1. x|a. y|2. z|w',
    ],
    [
      `<style>ol.k{list-style-type:none}.k>li:before{content:"" counter(c,upper-roman) ". "}</style><ol class=k start=4>${three}</ol>`,
      'IV. x|V. y|VI. z',
    ],
  ])('%s', (html, lines) => expect(textOf(html).split('\n\n').join('|')).toBe(lines))

  test('stay in what is pasted from Word, and bullets go', () => {
    const of = (list: string, mark: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:${list} level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp; </span></span><![endif]>${words}</p>`
    const html =
      of('l0', '3.', 'a') +
      of('l0', '4.', 'b') +
      of('l1', '·', 'c') +
      of('l2', 'o', 'd') +
      of('l3', '(أ)', 'e')
    expect(readHtml(html, { kind: 'paste' }).text.split('\n\n')).toEqual(['3. a', '4. b', 'c', 'd', '(أ) e'])
  })
})

test.each([
  ['<q>Yes</q>, she said', '“Yes”, she said'],
  ['<q>He said <q>no</q></q>', '“He said ‘no’”'],
  ['<span lang=fr><q>Oui</q></span>', '« Oui »'],
  ['<span lang=de-DE><q>Ja, <q>ja</q></q></span>', '„Ja, ‚ja‘“'],
  ['<span lang=ar-EG><q>نعم <q>لا</q></q></span>', '«نعم “لا”»'],
  ['<q></q>none', 'none'],
])('quotation marks of %s', (html, text) => expect(textOf(`<p>${html}</p>`)).toBe(text))

test.each([
  ['<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>', '漢(かん)字(じ)'],
  ['<ruby>北京<rt>Běijīng</rt></ruby>', '北京(Běijīng)'],
])('readings: %s', (html, text) => expect(textOf(`<p>${html}</p>`)).toBe(text))

test.each([
  ['<p dir=rtl>هاتف <span dir=ltr>+7 701 123</span>.</p>', 'هاتف \u2066+7 701 123\u2069.'],
  [
    '<p dir=rtl>قال <span dir=ltr>John</span> <span dir=rtl>نعم</span> <span dir=ltr>2014</span></p>',
    'قال John نعم 2014',
  ],
  ['<p>He wrote <bdo dir=rtl>abc</bdo>.</p>', 'He wrote \u202eabc\u202c.'],
  ['<p>By <bdi>نور 3</bdi>: 5</p>', 'By \u2068نور 3\u2069: 5'],
  ['<p>a&rlm;b&lrm;c</p>', 'a\u200fb\u200ec'],
])('direction: %s', (html, text) => expect(textOf(html)).toBe(text))

test('hidden words are counted, words hidden only from screen readers stay, small capitals stay as typed', () => {
  const html =
    '<style>.gone{display:none}@media print{.seen{display:none}}</style><p>a <b class=gone>b</b><i style="display:none">c</i> <span class=seen aria-hidden=true>d</span> <span style="font-variant:small-caps">Unesco</span></p>'
  const found = file(html)
  expect(found.text).toBe('a d Unesco')
  expect(counts(found)).toEqual({ hidden_text: 2 })
})

describe('notes', () => {
  test('by the links of their marks', () => {
    const found = file(
      '<p>It spent 40<sup><a href="#fn2">2</a></sup> million in 2014<sup>1</sup>, on 25 m<sup>2</sup>.</p><ol><li id=fn2>Budget law, <a href="https://x.test/t">table</a> 4.</li></ol>',
    )
    expect(found.text).toBe('It spent 40 million in 2014, on 25 m².')
    expect(notesOf(found)).toEqual([['footnote', 'Budget law, table 4.', 'It spent 40']])
    expect(found.notes[0]?.links).toEqual(['https://x.test/t'])
    expect(counts(found)).toEqual({ raised: 1, footnotes: 1, note_marks: 1 })
  })

  test('of an encyclopedia, with links back', () => {
    const cite = (n: number) =>
      `<sup id="cite_ref-${n}" class=reference><a href="#cite_note-${n}">[${n}]</a></sup>`
    const note = (n: number, words: string) =>
      `<li id="cite_note-${n}"><span><b><a href="#cite_ref-${n}">^</a></b></span> <span>${words}</span></li>`
    const found = file(
      `<p>One.${cite(1)}${cite(2)} Two.${cite(1)}</p><h2>Notes</h2><ol>${note(1, 'First.')}${note(2, 'Second.')}</ol><p>End.</p>`,
    )
    expect(found.text).toBe('One. Two.\n\nNotes\n\nEnd.')
    expect(notesOf(found)).toEqual([
      ['footnote', 'First.', 'One.'],
      ['footnote', 'Second.', 'One.'],
      ['footnote', 'First.', 'Two.'],
    ])
  })

  test('of Word, in brackets and after a line', () => {
    const found = file(
      `<p class=MsoNormal>بلغ العدد ٩٠٠<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> موظف.</p>
       <div><br clear=all><hr><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> بيان الوزارة</p></div></div>`,
    )
    expect(found.text).toBe('بلغ العدد ٩٠٠ موظف.')
    expect(notesOf(found)).toEqual([['footnote', 'بيان الوزارة', 'بلغ العدد ٩٠٠']])
  })

  test.each([
    ['1', '1 <a href="#m">↩</a> Census of 2023.', 'Census of 2023.'],
    ['١', '<a href="#m">↑</a> ١. تعداد 2023.', 'تعداد 2023.'],
    ['[2]', '[2] Census, table 4. <a href="#m">^</a>', 'Census, table 4.'],
    ['*', '* Census. <a href="#m">↩</a>', 'Census.'],
    ['1', '<a href="#m">1</a> 1 in 5 was counted.', '1 in 5 was counted.'],
    ['1', '<a href="#m">↩</a> 1 in 5 was counted.', '1 in 5 was counted.'],
    ['1', '1) Census. <a href="#m">↩</a>', 'Census.'],
    ['1', '12 places <a href="#m">↩</a>', '12 places'],
    ['1', '1.5 million <a href="#m">↩</a>', '1.5 million'],
  ])('without the mark that they repeat: %s, %s', (mark, note, words) => {
    const found = file(
      `<p>It has 410 people<sup><a id="m" href="#n">${mark}</a></sup>.</p><p>More.</p><p id="n">${note}</p>`,
    )
    expect(found.notes.map(({ text }) => text)).toEqual([words])
    expect(found.text).toBe('It has 410 people.\n\nMore.')
  })

  test('of Google Docs: comments and footnotes stand on their words', () => {
    const mark = (kind: string, n: number, label: string) =>
      `<sup><a href="#${kind}${n}" id="${kind}_ref${n}">[${label}]</a></sup>`
    const back = (kind: string, n: number, label: string) =>
      `<a href="#${kind}_ref${n}" id="${kind}${n}">[${label}]</a>`
    const found = file(
      `<p><span>The bridge has 42</span>${mark('cmnt', 1, 'a')}${mark('cmnt', 2, 'b')}<span> arches and was opened in 1968</span>${mark('ftnt', 1, '1')}<span>.</span></p>
       <hr><div><p>${back('ftnt', 1, '1')}<span>&nbsp;City archive, box 12.</span></p></div>
       <div><p>${back('cmnt', 1, 'a')}<span>I count 44, please check</span></p><p><span>See the photo.</span></p></div>
       <div><p>${back('cmnt', 2, 'b')}<span>44 it is</span></p></div>`,
    )
    expect(found.text).toBe('The bridge has 42 arches and was opened in 1968.')
    expect(notesOf(found)).toEqual([
      ['comment', 'I count 44, please check\nSee the photo.', 'The bridge has 42'],
      ['comment', '44 it is', 'The bridge has 42'],
      ['footnote', 'City archive, box 12.', 'arches and was opened in 1968'],
    ])
    expect(counts(found)).toEqual({ comments: 2, footnotes: 1 })
  })

  test.each([
    ['c1 title', 'Free meals', 'heading'],
    ['c0 title c12', 'وجبات مجانية', 'heading'],
    ['title-bar', 'Free meals', 'paragraph'],
  ])('the title of Google Docs, by the class %s', (named, title, kind) => {
    const found = file(
      `<p class="${named}"><span>${title}</span></p><p class="c1 subtitle">Draft</p><p class="c1">One.</p>`,
    )
    expect([found.title, found.text]).toEqual(
      kind === 'heading' ? [title, 'Draft\n\nOne.'] : ['', `${title}\n\nDraft\n\nOne.`],
    )
    expect(found.blocks.map((block) => block.kind).slice(-2)).toEqual(['standfirst', 'paragraph'])
  })

  test('links inside the document that are no marks keep their words', () => {
    const found = file(
      '<p>See <a href="#c2">2</a> and <a href="#top">the top</a>, [<a href="#no">3</a>].</p><h2 id=c2>Two</h2><p>x</p>',
    )
    expect(found.text).toBe('See 2 and the top, [3].\n\nTwo\n\nx')
    expect(found.notes).toEqual([])
  })
})

test('links stand on their words, without those who count clicks', () => {
  const { links, text } = file(
    '<p>The <a href="https://www.google.com/url?q=https://x.test/a%3Fb%3D1&sa=D">full <b>report</b></a>, <a href="/rel">r</a>, <a href="mailto:a@x.test">m</a> <a href="javascript:x()">j</a></p>',
  )
  expect(links?.map(({ url, start, end }) => [url, text.slice(start, end)])).toEqual([
    ['https://x.test/a?b=1', 'full report'],
  ])
})

test('the article of a page keeps the forms of its words', () => {
  const prose = 'The ministry said that prices rose by five per cent in May, and that more of it is expected.'
  const { text, links, notes } = readHtml(
    `<article><p>${prose} It dug 10<sup>6</sup> m<span style="vertical-align:super">3</span>, <s>not</s> paid<sup><a href="#n1">1</a></sup>.</p><p>${prose} <a href="/b">More</a></p><ol start=3 style="list-style-type:lower-alpha"><li>${prose}</li></ol></article><footer><p id=n1>Budget law.</p></footer>`,
    { kind: 'page', address: 'https://example.org/r' },
  )
  expect(text).toContain('It dug 10⁶ m³, paid.')
  expect(text).toContain(`c. ${prose}`)
  expect(notes.map((note) => note.text)).toEqual(['Budget law.'])
  expect(links?.map(({ url }) => url)).toEqual(['https://example.org/b'])
})

test.each([
  ['<a href="#n"><sup>1</sup></a>', '1. City archive.'],
  ['<sup><a href="#n">1</a></sup>', '1) City archive.'],
  ['<a href="#n"><span style="vertical-align:super">[١]</span></a>', '[١] City archive.'],
  ['<a href="#n"><b><sup>*</sup></b></a>', '* City archive.'],
  ['<a href="#n"> <sup>a</sup></a>', 'a. City archive.'],
])('a mark is raised around its link or in it: %s', (mark, note) => {
  const { text, notes } = readHtml(`<p>It opened in 1968${mark}.</p><p>More.</p><p id="n">${note}</p>`, {
    kind: 'paste',
  })
  expect(text).toBe('It opened in 1968.\n\nMore.')
  expect(notes.map((one) => one.text)).toEqual(['City archive.'])
})

test('a raised figure later in the words of a link makes no mark of them', () => {
  const { text } = readHtml('<p>see <a href="#n">m<sup>2</sup></a>.</p><p id="n">2 m in size.</p>', {
    kind: 'paste',
  })
  expect(text).toBe('see m².\n\n2 m in size.')
})
