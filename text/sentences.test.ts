import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { runs } from '@/tests/properties'
import { markedTexts, precision, recall, tallies, total } from '@/bench/boundaries'
import { loadCase, longInputs } from '@/tests/cases/load'
import { newsText } from '@/tests/cases/news-text'
import { blocksOf } from './blocks'
import { parseDraft } from './draft'
import { wholeLetters } from './grapheme'
import { sentencesOf } from './sentences'

function written(text: string, language: string): string[] {
  return sentencesOf(text, blocksOf(text), language).map(({ start, end }) => text.slice(start, end))
}

type Case = { about: string; language: string; text: string; sentences: string[] }

describe('the cases', () => {
  const cases = loadCase<{ tests: Case[] }>('sentences').tests
  it.each(cases)('$about: $text', ({ language, text, sentences }) => {
    expect(written(text, language)).toEqual(sentences)
  })
})

/** Each row: a language, and sentences that must be found again after joining them with spaces. */
const JOINED: Record<string, [string, ...string[]]> = {
  'titles and initials': ['en', 'Gen. J. R. Marsh met Mrs. Okoye.', 'George W. Banks did not.'],
  'acronyms that end and go on': [
    'en',
    'He left the U.S. Senate in May.',
    'He came back to the U.S.',
    'The rest stayed.',
  ],
  'companies that end and go on': [
    'en',
    'Acme Inc. Chairman Bo Lund quit.',
    'She left Acme Inc.',
    'Workers were told.',
  ],
  'No. as a number and as a word': ['en', 'Flight No. 5 was late.', 'Was it full?', 'No.', 'It was empty.'],
  'a number that opens a sentence': [
    'en',
    'Prices rose.',
    '40 people protested.',
    'In 2019.',
    '3.5 per cent left.',
  ],
  'a quotation and who said it': ['en', '"Is it true?" he asked.', '"Who knows!" Layla Haddad replied.'],
  'a quotation of several sentences': ['en', '“The bridge is closed now.', 'It will open in May,” she said.'],
  'a word or two within a quotation': ['en', 'She said: “No. We will not sign.”', 'Then she left.'],
  'brackets of their own and within': [
    'en',
    'It fell (see p. 3. Also p. 9) in May.',
    '(It rose later.)',
    'Then it fell.',
  ],
  'brackets with a word or two': ['en', 'Lt. Col. (ret.) James Kirk sold it.', 'He (sic!) left.'],
  'a question that Arabic goes on after': ['ar', 'سأل: «أين كنت ليلة الحادث؟» فأجاب: «في بيتي».', 'وصمت.'],
  'initials after a title': ['fr', 'M. J. Le Roux part.', 'Le maire reste.'],
  'an ellipsis': ['en', 'He waited... and waited.', 'Then silence…', 'Nobody came.'],
  'French titles and spaced marks': [
    'fr',
    'M. Le Goff a dit : « Non ! » puis il est parti.',
    '« Pourquoi ? » a demandé Mme. Roy.',
    'L’usine ferme.',
  ],
  'the era and titles of Arabic': [
    'ar',
    'وُلد م. سامي وليد سنة ١٩٨٠ م.',
    'وهو ابن أ.د. وليد ناصر.',
    'درس في ش.م.ل.',
    'وقال إنه عاد.',
  ],
  'a quotation in Arabic': [
    'ar',
    '«هل هذا صحيح؟» سأل الصحفي.',
    'قال الوزير: «الأسعار ستبقى كما هي.',
    'لن نرفع الرسوم هذا العام».',
  ],
  'a pause in Arabic': [
    'ar',
    'القرى... المدن... كلها بلا ماء.',
    'لا أحد يعرف…',
    'وقال المدير إن العمل مستمر.',
  ],
  'Persian era and digits': ['fa', 'او در سال ۱۳۵۷ ه.ش. در شیراز زاده شد.', 'نرخ به ۳.۵ درصد رسید.', 'چرا؟'],
  'addresses with marks': [
    'en',
    'See https://example.org/?Id=3.Next for more!',
    'Or www.example.org.',
    'Write to A.B@example.org.',
  ],
  'marks of a language that the segmenter knows': ['el', 'Είναι αλήθεια;', 'Ναι.', 'Όχι.'],
  'signs without a word at the end': ['en', 'He left.', 'She stayed. ***'],
  'scripts without rules of ours': ['hi', 'यह सच है।', 'वह आया।'],
}

describe('sentences of one paragraph', () => {
  it.each(Object.entries(JOINED))('%s', (_, [language, ...sentences]) => {
    expect(written(sentences.join(' '), language)).toEqual(sentences)
  })
})

describe('single line breaks', () => {
  const parts = (text: string) => written(text, 'en').map((one) => one.replaceAll('\n', ' '))

  it('leave a wrapped paragraph alone', () => {
    const wrapped =
      'The ministry said on Monday that the bridge over the\nTigris would open again in spring. Nobody has been\nhurt.'
    expect(parts(wrapped)).toEqual([
      'The ministry said on Monday that the bridge over the Tigris would open again in spring.',
      'Nobody has been hurt.',
    ])
  })

  it('separate items, a title and verse', () => {
    expect(parts('We ask for:\n- bread\n- work\nfor all of us')).toEqual([
      'We ask for:',
      '- bread',
      '- work for all of us',
    ])
    expect(
      parts('What we know\nThe ministry said on Monday that the bridge over the river is closed.'),
    ).toHaveLength(2)
    expect(parts('Night comes\nSlowly over the water\nAnd nobody is there')).toHaveLength(3)
  })

  it('separate whole paragraphs that have one line each', () => {
    const long = 'A line that nobody wrapped goes over the hills '.repeat(5).trim()
    expect(parts(`${long}\n${long}\n${long}`)).toEqual([long, long, long])
  })

  it('do not take a year or a figure for an item number', () => {
    expect(
      parts(
        'The plant, which had been closed twice, was sold at the end of\n12. May was the month when the buyers came to the place again.',
      ),
    ).toHaveLength(2)
  })
})

it('reads headings and items of Markdown, and keeps numbers with their items', () => {
  const { text, blocks } = parseDraft(
    '# Rents\n\nRents fell. Why?\n\n1. Length: 3.5 m\n2. Weight',
    'markdown',
  )
  expect(
    sentencesOf(text, blocks, 'en').map(({ start, end, block }) => [block, text.slice(start, end)]),
  ).toEqual([
    [0, 'Rents'],
    [1, 'Rents fell.'],
    [1, 'Why?'],
    [2, '1. Length: 3.5 m'],
    [3, '2. Weight'],
  ])
})

it('accepts any text in an invalid language', () => {
  expect(written('One. Two.', 'no language')).toEqual(['One.', 'Two.'])
})

const MENDED: Record<string, [language: string, ...sentences: string[]][]> = {
  'guillemets in the direction of their paragraph': [
    ['ar', 'قالت البلدية: »لا خطر على أحد«.', 'ونفت »كل ما قيل«.'],
    ['ar', 'سأل: »متى تفتح المدارس؟«.', '»غدا«، اجابت الوزيرة.', 'ثم غادرت.'],
    ['ar', '» الامر محسوم « بحسب القاضي.', 'والجلسة » مغلقة « اليوم.'],
    ['de', '»Nein«, sagte sie.', '»Wir warten nun auf das Gericht.', 'Das dauert noch zwei ganze Monate.«'],
    ['da', 'Han kaldte det »en fejl«.', '»Ja.«', 'Mødet sluttede.'],
    ['sv', '»Vi vet inget», sade han.', '”Inget alls”, sade hon.', 'Sedan gick de.'],
    ['fa', 'او این را »دروغ« خواند.', '»خبر ندارم«، گفت.', 'جلسه تمام شد.'],
    ['fr', 'Il parle d’« un échec ».', '(« Un vrai », dit-elle.)', '« Jamais vu. »', 'Rideau.'],
  ],
  'a quotation mark without a partner': [
    ['en', 'A sign said "Closed.', 'It was new.', 'She read "open" on another.', 'Then she left.'],
    ['en', 'The pipe is 6" wide.', 'It broke in 2011.', 'Nobody noticed for a very long time.', 'Why?'],
    ['ar', 'قال "انتهى الأمر.', 'ثم خرج من القاعة وهو يضحك.', 'وقدّم استقالته.'],
    ['fr', 'Il parle d’« un échec.', 'Le conseil vote demain à 9 heures.', 'Personne ne sait.'],
    ['ar', 'نقلت عنه قوله »ان الباب مفتوح.', 'واكدت ان الحوار »جدي« هذه المرة.', 'وسافر.'],
    [
      'de',
      'Er nannte es „einen Irrtum.',
      'Der Rat tagt am Montag um neun Uhr wieder.',
      'Danach ist Schluss.',
    ],
  ],
  'a stop inside quotation marks before a capital': [
    ['en', '“We never met.”', 'She said so under oath.'],
    ['en', '"Who signed it?"', 'They asked again in May.'],
    ['fr', '« On a tout essayé. »', 'Elle a répété cela deux fois.'],
    ['de', '„Das reicht jetzt.“', 'Sie sagte es laut.'],
    ['en', '“It was cold!”', 'He asked for a coat.', '“Who knows!” Layla Haddad replied.'],
    ['en', '“Not today.”', 'Omar Reyes told the court nothing else.', '“Why?” I asked.'],
  ],
  'a stop inside brackets before a capital': [
    ['en', 'He sold it (for nothing.)', 'Then he left.'],
    ['en', 'It fell (see below.)', 'Prices rose later.'],
    ['fr', 'Elle est partie (trop tard.)', 'Personne ne sait pourquoi.'],
    ['de', 'Er kam (sehr spät.)', 'Danach schwieg er.'],
    ['en', 'Lt. Col. (ret.) James Kirk and Ann Lee (est.) Smith left (for good!) and sat.', 'The end.'],
  ],
  'a stop inside quotation marks before a small letter or a preposition': [
    ['fr', '« C’est fini. » a-t-il dit.', 'Rideau.'],
    ['fr', 'Il promet « une école. et vite » aux parents.', 'Fin.'],
    ['es', '«No lo sé.» dijo ella.', 'Se fue.'],
    ['ar', 'وصفه بأنه «خطأ فادح.» في حديث للصحيفة.', 'وغادر.'],
    ['en', 'He said "I left. nobody saw me" and sat.', 'They ate.'],
    ['ar', 'ردّد الجمهور »ارحل. ارحل.« من المدرجات.', 'وتوقفت المباراة.'],
  ],
  'note marks after a stop': [
    [
      'en',
      'It burned.⁴⁵',
      'Twice.[a]',
      'Who knew?[note 1][2]:14',
      'Nobody.*',
      'It closed.†',
      'They left.(b)',
    ],
    [
      'ar',
      'احترق.(١)',
      'وأعيد بناؤه.[٢]',
      'متى؟[ملاحظة ٣]',
      'لا أحد يعرف.*',
      '«ربما.»(٤)',
      'وأُغلق. [5]',
      'ثم فُتح.',
    ],
    ['fr', 'Elle date de 1893.³⁰', '« Elle a brûlé. »[c]', 'Deux fois.[note 2]', 'Qui a payé ?[3]', 'Eux.'],
    ['fa', 'ساخته شد.[۱]', 'ویران شد.[الف]', 'چرا؟[۲][۳]', 'هیچ‌کس.'],
    [
      'en',
      '“It rose.”[3]',
      'It cost $5.[4]',
      '“Why?”¹',
      'See p. 3.[citation needed]',
      'So.**',
      'They paid 5*3 and left.',
    ],
  ],
}

describe.each(Object.entries(MENDED))('%s', (_, rows) => {
  it.each(rows)('%s: %s', (language, ...sentences) => {
    expect(written(sentences.join(' '), language)).toEqual(sentences)
  })
})

const UNSPACED: [language: string, ...sentences: string[]][] = [
  ['zh', '会议昨天结束。', '2019年也是如此！', '“我们等了太久。”', '（未经证实。）', '还有谁？', '12人。'],
  ['zh', '“谁来了？”记者问道。', '《谁是谁？》已经出版。', '【更正】数字有误。', '「够了！」', '他走了。'],
  ['zh', '他说：“我们去年没有参加这次会议。', '今年我们一定会参加这次会议。”', '然后他离开了。'],
  [
    'ja',
    '「もう待てません。」と彼女は言った。',
    '3年後に完成した。',
    '『夕刊』が報じた。',
    'なぜか？',
    '「塔」は残る。',
  ],
  ['ja', '彼は「来る？」って聞いた。', '「はい、来ます。」', 'そして去った。', '１２人が残った。'],
  ['zh', '价格是3.5元。[1]', '2020年上涨。[注 2]', '网址是example.org。', '真的吗?', '45人说是。'],
]

it.each(UNSPACED)('writing without blanks, %s: %s', (language, ...sentences) => {
  expect(written(sentences.join(''), language)).toEqual(sentences)
})

const inSentences = fc
  .array(
    fc.oneof(
      newsText,
      fc.constantFrom(
        '. ',
        '؟ ',
        '! ',
        '.',
        '\n',
        '\n\n',
        '\n1. ',
        '«',
        '»',
        ' "',
        '。',
        '「',
        '.[1] ',
        '.* ',
        ' (',
        ') ',
        '…',
        'Dr. ',
        'U.S. ',
      ),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''))

it('sentences are in order, stay in their block, and cover everything written', () => {
  fc.assert(
    fc.property(inSentences, fc.constantFrom('ar', 'en', 'fa', 'fr', 'el'), (text, language) => {
      const blocks = blocksOf(text)
      const sentences = sentencesOf(text, blocks, language)
      let at = 0
      for (const { start, end, block } of sentences) {
        expect(text.slice(at, start).trim()).toBe('')
        expect(end).toBeGreaterThan(start)
        // White space with a combining mark is a letter.
        const written = text.slice(start, end).trim()
        const begins = start + text.slice(start, end).indexOf(written)
        expect(wholeLetters(text, { start: begins, end: begins + written.length })).toEqual({ start, end })
        expect(start).toBeGreaterThanOrEqual(blocks[block]?.start ?? Infinity)
        expect(end).toBeLessThanOrEqual(blocks[block]?.end ?? -1)
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
    { numRuns: runs(500) },
  )
})

it('reads a million units of anything in a few seconds', () => {
  const prose = 'The minister said that prices rose by 3.5 per cent. '.repeat(20_000)
  const awkward = ['1. ', '؟ا', '… ا', '(a. ', '"a؟b', '1. a\n', 'J. ', '« ا. '].map((unit) =>
    unit.repeat(1_000_000 / unit.length),
  )
  const texts = [prose, prose.replaceAll('e', 'е'), ...awkward, ...longInputs().map(({ text }) => text)]
  for (const text of texts)
    expect(cpuTimeOf(() => sentencesOf(text, blocksOf(text), 'en'))).toBeLessThan(QUICK_MS)
})

it('finds the ends that a person marked', () => {
  const texts = markedTexts()
  const sum = total(tallies(texts, ({ language }) => language).values())
  expect(texts.flatMap(({ sentences }) => sentences).length).toBeGreaterThanOrEqual(170)
  expect(precision(sum)).toBeGreaterThanOrEqual(0.97)
  expect(recall(sum)).toBeGreaterThanOrEqual(0.97)
})
