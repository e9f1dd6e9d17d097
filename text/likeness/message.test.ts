import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { runs } from '@/tests/properties'
import { saidIn, saysSomething } from './message'
import { tokensOf } from './tokens'

describe('what a message says', () => {
  it.each([
    [
      'an English tweet',
      'RT @water_desk: The dam at Nurek lost 12% of its water!!! https://t.co/a1B2',
      'The dam at Nurek lost 12% of its water!',
    ],
    ['a retweet of a retweet', 'RT @a: RT @b: Prices rose by 4.5 percent', 'Prices rose by 4.5 percent'],
    ['a mail sent on', 'Fwd: FW: The bridge was closed in 2019', 'The bridge was closed in 2019'],
    [
      'a message that says it was sent on',
      '*Forwarded many times*\nThe bank has closed 40 branches',
      'The bank has closed 40 branches',
    ],
    [
      'sent on, said at its end',
      'The bank has closed 40 branches. As received.',
      'The bank has closed 40 branches.',
    ],
    [
      'an Arabic message',
      '⚠️ عااااجل ‼️ #تغير_المناخ قلّص مياه النهر ٣٠٪ منذ ٢٠١٠ 😱😱 @akhbar_24 https://t.me/x/12',
      'عاجل تغير المناخ قلّص مياه النهر ٣٠٪ منذ ٢٠١٠',
    ],
    ['Arabic, sent on', 'منقول:\nأغلقت الوزارة ٤٠ مدرسة في الشمال.', 'أغلقت الوزارة ٤٠ مدرسة في الشمال.'],
    ['Arabic, as it came', 'كما وصلني\nأغلقت الوزارة ٤٠ مدرسة؟؟؟', 'أغلقت الوزارة ٤٠ مدرسة؟'],
    ['Arabic, sent on many times', 'تمت إعادة التوجيه عدة مرات\nانهار السد أمس', 'انهار السد أمس'],
    [
      'Persian, with its joiners',
      '📢 قیمت نان ۲۰ درصد بالا می‌رود\u200f www.example.ir/nan',
      'قیمت نان ۲۰ درصد بالا می‌رود',
    ],
    ['Russian', '🇰🇿 Цены на хлеб выросли на 15%!!! @novosti_kz bit.ly/3xYz', 'Цены на хлеб выросли на 15%!'],
    [
      'French',
      'TR : ➡️ Le pont a coûté 3,5 millions d’euros 👏👏 #Économie',
      'TR : Le pont a coûté 3,5 millions d’euros Économie',
    ],
    [
      'Chinese, without blanks',
      '大桥于1998年开通https://t.cn/A6x据报道耗资5亿元😀',
      '大桥于1998年开通 据报道耗资5亿元',
    ],
    ['Hindi', '🙏 बाँध 2015 में बना था। #सच @khabar', 'बाँध 2015 में बना था। सच'],
    [
      'paragraphs',
      'One line\r\nand another\n\n\n\n😀\n\nA paragraph',
      'One line\nand another\n\nA paragraph',
    ],
    ['bullets', '• 40 schools closed\n✅ 12 opened again', '40 schools closed\n12 opened again'],
  ])('%s', (_what, message, said) => {
    expect(saidIn(message)).toBe(said)
  })

  it.each([
    'RT reported that the mill burned down.',
    'The forward was copied from an older plan.',
    'نُقل المال المنقول إلى المصرف.',
    'Amazon.com let 10,000 people go.',
    'It is rated AAA, and Louis XIII built it.',
    'It sold at $5 @ 3 pm, 5 °C and 24/7.',
    'The No. 1 and the #1 of 2024.',
    'jäääär',
    'The road is 5.5 km/h slower, or 3.million/year as they write.',
  ])('leaves as it is: %s', (message) => {
    expect(saidIn(message)).toBe(message)
  })

  it.each([
    ['5 😀 000 people', '5 · 000 people'],
    ['٥ https://t.co/x ٠٠٠', '٥ · ٠٠٠'],
    ['rose 5 @user 000', 'rose 5 · 000'],
    ['#covid_19 #year_5_000', 'covid 19 year 5_000'],
    ['1️⃣ of ❷', '1 of ❷'],
  ])('joins no two figures: %s', (message, said) => {
    expect(saidIn(message)).toBe(said)
  })

  it('may say nothing', () => {
    for (const message of ['https://t.co/a', '@someone 😀', '\u200b\u2066', '#', 'RT @a:', 'Fwd:'])
      expect([message, saysSomething(message)]).toEqual([message, false])
    expect(saysSomething('RT @a: سد')).toBe(true)
  })
})

const figure = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.constantFrom('3.5', '1,200', '٤٠', '٣٫٥', '۱۲', '5 000', '½', '10⁴', '-4', '24/7', '12%'),
)
const word = fc.constantFrom(
  'the',
  'dam',
  'سد',
  'بلغت',
  'они',
  '大桥',
  'बाँध',
  'می‌رود',
  'soooon',
  'مبرووووك',
  'XIII',
)
const noise = fc.constantFrom(
  ...[
    '😀',
    '⚠️',
    '‼️',
    '🇰🇿',
    '👍🏽',
    '➡️',
    '•',
    '\u200b',
    '\u202b',
    '@user',
    '@خبر',
    'RT @a:',
    'Fwd:',
    'منقول:',
  ],
  ...[
    'https://t.co/ab',
    'www.example.org',
    'bit.ly/ab',
    'a@example.org',
    '#word',
    '#تغير_المناخ',
    '!!!',
    '؟؟',
    '\n',
  ],
)

it('a long message of nothing else takes no long time', () => {
  for (const part of ['RT @a:', 'Fwd:', '5 😀 ', 'a.', 'a-', '@a', ': ', '#_', 'https://', 'منقول. '])
    expect(cpuTimeOf(() => saidIn(part.repeat(5_000 / part.length)))).toBeLessThan(QUICK_MS)
})

describe('whatever a message is made of', () => {
  const parts = fc.array(fc.oneof(figure, word, noise), { maxLength: 30 })

  it('no figure changes, none comes or goes', () => {
    const figuresOf = (text: string) =>
      tokensOf(text).flatMap(({ kind, written }) => (kind === 'number' ? [written] : []))
    fc.assert(
      fc.property(parts, (some) => {
        const message = some.join(' | ')
        expect(figuresOf(saidIn(message))).toEqual(figuresOf(message))
        const close = some.join(' ')
        const digits = (text: string) => text.match(/\p{N}/gu) ?? []
        expect(digits(saidIn(close))).toEqual(digits(close))
      }),
      { seed: 1401, numRuns: runs(300) },
    )
  })

  it('what it says, it says again, and never in more letters', () => {
    const anything = fc.oneof(
      parts.map((some) => some.join(' ')),
      parts.map((some) => some.join('')),
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: fc.constantFrom(...'RT@:#_. aا5😀\n\u200b\u200c!'), maxLength: 40 }),
    )
    fc.assert(
      fc.property(anything, (message) => {
        const said = saidIn(message)
        expect(saidIn(said)).toBe(said)
        expect(said.length).toBeLessThanOrEqual(message.length)
      }),
      { seed: 1402, numRuns: runs(500) },
    )
  })
})
