import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { samePassage } from '@/text/same-passage'
import { standsWhole, wholeWords } from '@/text/word-edges'
import { contextOf, versionOf, type Version } from '@/text/revise/version'
import { verdictOn } from '@/domain/anchor/rules'
import { carryAnchors, totalsOf, type Standing } from './rules'

/** A sentence by its meaning; `id` survives every edit. */
type Meant = { id: number; words: string[] }
type Article = Meant[][]
type Span = { start: number; end: number }
type Rendered = ReturnType<typeof render>

const WORDS = [
  ...['Ali', 'Omar', 'accused', 'rose', 'fell', 'the', 'plant', 'north', 'state-owned', 'lawful', 'percent'],
  ...['الوزارة', 'قالت', 'إن', 'الإمارات', 'الأمارات', 'المصنع', 'كريم', 'كريمة', 'قَتَلَ', 'قُتِلَ', 'زار'],
  ...['4', '-4', '−4', '4%', '4‰', '$300', '€300', '500', '1500', '5.8', '12,500', '10⁶', '<5', '>5'],
]
const DENIALS = ['not', 'never', 'untrue', 'allegedly', 'denied', 'لم', 'كذبت', 'زعم', 'يُشاع', 'kaum']
const KINDS = [
  ...[
    'word',
    'swap',
    'deny',
    'undeny',
    'move',
    'split',
    'join',
    'copy',
    'drop',
    'back',
    'insert',
    'paragraph',
  ],
] as const
type Edit = { kind: (typeof KINDS)[number]; at: number; to: number; word: string; denial: string }

/** Spellings of the same words: digits, quotation marks, blanks, tatweel. */
const LOOKS = 4
const dressed = (word: string, look: number) => {
  if (look % LOOKS === 1)
    return word.replace(/^(\p{Script=Arabic}\p{Script=Arabic})(?=\p{Script=Arabic})/u, '$1\u0640')
  if (look % LOOKS === 2 && /^[\d,.]+$/.test(word))
    return word
      .replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
      .replace(',', '٬')
      .replace('.', '٫')
  return word
}

function render(article: Article, look: number) {
  let text = ''
  const places = new Map<number, { start: number; end: number }>()
  for (const paragraph of article.filter((one) => one.length > 0)) {
    if (text) text += '\n\n'
    paragraph.forEach((sentence, index) => {
      if (index > 0) text += ' '
      const start = text.length
      text += `${sentence.words.map((word) => dressed(word, look)).join(look % LOOKS === 3 ? '  ' : ' ')}.`
      places.set(sentence.id, { start, end: text.length })
    })
  }
  const spans = [...places.values()].sort((a, b) => a.start - b.start)
  return { text, places, version: versionOf(text, spans) }
}

function edited(article: Article, edits: readonly Edit[], kept: Meant[], named: () => number): Article {
  let paragraphs = article.map((paragraph) => paragraph.map(({ id, words }) => ({ id, words: [...words] })))
  for (const { kind, at, to, word, denial } of edits) {
    paragraphs = paragraphs.filter((one) => one.length > 0)
    const paragraph = paragraphs[at % Math.max(1, paragraphs.length)]
    if (!paragraph) return paragraphs
    const index = to % paragraph.length
    const sentence = paragraph[index]
    if (!sentence) continue
    const place = to % sentence.words.length
    if (kind === 'word') sentence.words[place] = word
    if (kind === 'swap') {
      const other = (place + 1 + (at % sentence.words.length)) % sentence.words.length
      const [one = '', two = ''] = [sentence.words[place], sentence.words[other]]
      sentence.words[place] = two
      sentence.words[other] = one
    }
    if (kind === 'deny') sentence.words.splice(place, 0, denial)
    if (kind === 'undeny') {
      const denials = sentence.words.filter((one) => !DENIALS.includes(one))
      if (denials.length > 0) sentence.words = denials
    }
    if (kind === 'move') {
      paragraph.splice(index, 1)
      paragraphs[to % paragraphs.length]?.unshift(sentence)
    }
    if (kind === 'split' && sentence.words.length > 1)
      paragraph.splice(
        index,
        1,
        { id: sentence.id, words: sentence.words.slice(0, Math.max(1, place)) },
        { id: named(), words: sentence.words.slice(Math.max(1, place)) },
      )
    const next = paragraph[index + 1]
    if (kind === 'join' && next)
      paragraph.splice(index, 2, { id: sentence.id, words: [...sentence.words, ...next.words] })
    if (kind === 'copy') paragraphs[at % paragraphs.length]?.push({ id: named(), words: [...sentence.words] })
    if (kind === 'drop') kept.push(...paragraph.splice(index, 1))
    const [lost] = kept
    if (kind === 'back' && lost) paragraph.splice(index, 0, kept.shift() ?? lost)
    if (kind === 'insert') paragraph.splice(index, 0, { id: named(), words: [word, denial, word] })
    if (kind === 'paragraph') paragraphs.push(paragraph.splice(index))
  }
  return paragraphs.filter((one) => one.length > 0)
}

/** Two words are written alike: the same letters, and vowel signs that only one of them has. */
function alike(a: string, b: string): boolean {
  const plain = (word: string) => word.replace(/[\u064b-\u0652\u0640]/g, '')
  return a === b || (plain(a) === plain(b) && (plain(a) === a || plain(b) === b))
}
const meanTheSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((word, at) => alike(word, b[at] ?? ''))

/** `home` is the sentence in which it was judged, and `meant` what that sentence said then. */
type Claim = Standing & { reviewed: boolean; home: number; meant: string[] }

const meantAt = (article: Article, { places }: Rendered, span: Span) => {
  const id = [...places].find(([, place]) => place.start < span.end && place.end > span.start)?.[0]
  return article.flat().find((sentence) => sentence.id === id)
}

const words = fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 6 })
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.nat(),
  to: fc.nat(),
  word: fc.constantFrom(...WORDS),
  denial: fc.constantFrom(...DENIALS),
})
const PARTS = [1, 2, 3, 4]

/**
 * A person's decision about a claim after a revision: usually none, else that it stands, or that it moves to other
 * words.
 */
type Deed = { kind: 'none' | 'stands' | 'put'; at: number; first: number; last: number }
const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom('none', 'none', 'none', 'stands', 'put'),
  at: fc.nat(),
  first: fc.nat(),
  last: fc.nat(),
})

/** Whole words of a sentence, picked by two numbers. */
function pickedIn({ text, places }: Rendered, id: number, a: number, b: number) {
  const place = places.get(id) ?? { start: 0, end: 0 }
  const stops = [...text.slice(place.start, place.end - 1).matchAll(/\S+/gu)]
  const [first = 0, last = 0] = [a % stops.length, b % stops.length].sort((x, y) => x - y)
  return wholeWords(text, {
    start: place.start + (stops[first]?.index ?? 0),
    end: place.start + (stops[last]?.index ?? 0) + (stops[last]?.[0].length ?? 0),
  })
}

/** A claim that a person judged on words of a text. */
function judgedOn(article: Article, rendered: Rendered, span: Span, claimId: string): Claim {
  const { text, version } = rendered
  const quote = text.slice(span.start, span.end)
  const there = meantAt(article, rendered, span) ?? { id: 0, words: [] }
  return {
    ...{ claimId, quote, ...span, state: 'anchored', reviewed: true },
    judged: { quote, context: contextOf(version, span) },
    home: there.id,
    meant: [...there.words],
  }
}

/** The claim after a person's decision, by the rule for claims that are put on words. */
function dealtWith(
  article: Article,
  rendered: Rendered,
  claim: Claim,
  { kind, at, first, last }: Deed,
  taken: readonly Span[],
): Claim {
  if (kind === 'stands' && claim.state === 'changed')
    return judgedOn(article, rendered, { start: claim.start, end: claim.end }, claim.claimId)
  const sentences = article.flat()
  const to = sentences[at % Math.max(1, sentences.length)]
  if (kind !== 'put' || !to) return claim
  const span = pickedIn(rendered, to.id, first, last)
  if (taken.some((one) => one.start === span.start && one.end === span.end)) return claim
  const fresh = judgedOn(article, rendered, span, claim.claimId)
  const { units } = rendered.version
  const isOnce = fresh.judged.context.every(
    (one) => units.filter((unit) => samePassage(unit.text, one)).length === 1,
  )
  const { judged, reviewed } = claim
  const standing = claim.state === 'anchored' ? { start: claim.start, end: claim.end } : null
  const status = reviewed ? 'verified' : 'unreviewed'
  const words = { ...fresh.judged, span, isOnce }
  const verdict = verdictOn({ status, judged, earlier: reviewed ? null : judged, standing }, words)
  if (verdict === 'leaves') return fresh
  expect(meanTheSame(to.words, claim.meant)).toBe(true)
  return { ...fresh, judged, home: to.id, meant: claim.meant }
}

test.each(PARTS)('a verdict stands on the sentence it was given for, over three revisions (%i)', (part) => {
  const seen = { reviewed: 0, settle: 0, gone: 0, returned: 0, untouched: 0, copies: 0, dealt: 0 }
  fc.assert(
    fc.property(
      fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      fc.array(fc.array(edit, { maxLength: 3 }), { minLength: 3, maxLength: 3 }),
      fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }),
      fc.array(deed, { minLength: 12, maxLength: 12 }),
      (shape, rounds, looks, picks, deeds) => {
        let ids = 0
        const named = () => ++ids
        let article: Article = shape.map((paragraph) => paragraph.map((one) => ({ id: named(), words: one })))
        let old = render(article, 0)
        const all = article.flat()
        let claims = picks.map(([which, a, b], index): Claim => {
          const home = all[which % all.length] ?? { id: 0, words: [] }
          return judgedOn(article, old, pickedIn(old, home.id, a, b), String(index))
        })
        const kept: Meant[] = []
        rounds.forEach((edits, round) => {
          const before = article
          article = edited(article, edits, kept, named)
          const fresh = render(article, looks[round] ?? 0)
          const carried = carryAnchors(old.version, fresh.version, claims)
          expect(totalsOf(carried).total).toBe(claims.length)
          const taken: Span[] = [...carried]
          claims = claims.map((claim, index) => {
            const now = carried[index]
            if (!now) throw new Error('lost')
            const span = { start: now.start, end: now.end }
            if (now.state !== 'orphaned') {
              expect(fresh.text.slice(now.start, now.end)).toBe(now.quote)
              expect(standsWhole(fresh.text, span)).toBe(true)
            }
            const there = meantAt(article, fresh, span)
            if (now.state === 'anchored') {
              seen.reviewed++
              if (!claim.reviewed) seen.returned++
              expect(meanTheSame(there?.words ?? [], claim.meant)).toBe(true)
              if (there?.id !== claim.home && stillSays(article, claim)) {
                seen.copies++
                expect(sharesNeighbour([before, claim.home], [article, there?.id ?? 0])).toBe(true)
              }
            } else seen[now.state === 'changed' ? 'settle' : 'gone']++
            const untouched = isUntouched(before, article, claim)
            if (claim.state === 'anchored' && untouched) {
              seen.untouched++
              expect(now.state).toBe('anchored')
            }
            const isThere = now.state === 'anchored'
            const home = isThere ? (there?.id ?? 0) : claim.home
            const after = { ...claim, ...now, reviewed: isThere, home }
            const one = deeds[(round * picks.length + index) % deeds.length]
            if (one && one.kind !== 'none') seen.dealt++
            const dealt = one ? dealtWith(article, fresh, after, one, taken) : after
            taken[index] = dealt
            return dealt
          })
          old = fresh
        })
      },
    ),
    { numRuns: runs(10_000 / PARTS.length), seed: part },
  )
  const { copies, ...often } = seen
  expect(copies).toBeGreaterThan(5)
  for (const count of Object.values(often)) expect(count).toBeGreaterThan(30)
})

/** Whether the sentence in which a claim was judged still says the same. */
const stillSays = (article: Article, { home, meant }: Claim) =>
  article.flat().some((one) => one.id === home && meanTheSame(one.words, meant))

/** Whether two sentences, one of each text, have an equal neighbour or are both at the same end. */
function sharesNeighbour([old, was]: [Article, number], [fresh, is]: [Article, number]): boolean {
  const beside = (article: Article, id: number, step: number) => {
    const all = article.flat()
    return all[all.findIndex((one) => one.id === id) + step]?.words ?? []
  }
  return [-1, 1].some((step) => meanTheSame(beside(old, was, step), beside(fresh, is, step)))
}

/** Whether a sentence occurs once in both texts, unchanged. A single word is read with the line before it. */
function isUntouched(before: Article, after: Article, { meant }: Claim): boolean {
  if (meant.length < 2) return false
  const often = (article: Article) => article.flat().filter((one) => meanTheSame(one.words, meant)).length
  return often(before) === 1 && often(after) === 1
}

const versionOfSentences = (sentences: string[]): Version => {
  const text = sentences.join(' ')
  let at = 0
  return versionOf(
    text,
    sentences.map((one) => ({ start: (at = text.indexOf(one, at)), end: (at += one.length) })),
  )
}

test('what nobody touched asks nothing, though copies came and went', () => {
  const before = versionOfSentences(['Prices rose.', 'It was May.', 'Wages fell.'])
  const after = versionOfSentences([
    'It was May.',
    'Prices rose.',
    'It was May.',
    'Wages fell.',
    'It was May.',
  ])
  const standing: Standing = {
    ...{ claimId: 'a', quote: 'It was May', start: 13, end: 23, state: 'anchored' },
    judged: { quote: 'It was May', context: ['It was May.'] },
  }
  expect(carryAnchors(before, after, [standing])).toMatchObject([{ state: 'anchored', start: 25 }])
})

const [KILLED, WAS_KILLED, BARE] = ['قَتَلَ الحارس اللص.', 'قُتِلَ الحارس اللص.', 'قتل الحارس اللص.']

/** The claim is the first sentence of the old text; the number says which of the new sentences it stands in, if any. */
test.each<[string, string[], string[], number | null]>([
  ['a twin with other signs came behind it', [KILLED, 'It rained.'], [KILLED, WAS_KILLED, 'It rained.'], 0],
  ['a twin with other signs came before it', [KILLED, 'It rained.'], [WAS_KILLED, KILLED, 'It rained.'], 1],
  ['its neighbour became its twin', [KILLED, 'قال الحارس اللص.'], [KILLED, WAS_KILLED], 0],
  ['the twin left', [KILLED, 'It rained.', WAS_KILLED], ['It rained.', KILLED], 1],
  [
    'it and its twin changed places',
    [KILLED, WAS_KILLED, 'It rained.'],
    [WAS_KILLED, KILLED, 'It rained.'],
    1,
  ],
  ['only the twin stands', [KILLED, 'It rained.'], [WAS_KILLED, 'It rained.'], null],
  ['a bare copy may be either', [KILLED, 'It rained.'], [BARE, 'It snowed.', KILLED], null],
  [
    'it was bare, and two of other signs stand',
    [BARE, 'It rained.'],
    [KILLED, 'It snowed.', WAS_KILLED],
    null,
  ],
])('a sentence is told from a twin by its vowel signs: %s', (_, before, after, at) => {
  const [home = ''] = before
  const quote = home.slice(0, -1)
  const standing: Standing = {
    ...{ claimId: 'a', quote, start: 0, end: quote.length, state: 'anchored' },
    judged: { quote, context: [home] },
  }
  const now = carryAnchors(versionOfSentences(before), versionOfSentences(after), [standing])
  if (at === null) expect(now).not.toMatchObject([{ state: 'anchored' }])
  else {
    const start = after.slice(0, at).join(' ').length + (at > 0 ? 1 : 0)
    expect(now).toMatchObject([{ state: 'anchored', start, quote }])
  }
})
