import { storedText } from '@/domain/revision/stored-text'
import type { NewSentence } from '@/domain/sentence/rules'
import { blocksOf } from '@/text/blocks'
import type { Random } from './random'

export type Language = 'ar' | 'en'
/** What a sentence is made of: somebody, what they did, to what, where, and when or how much. */
type Words = { who: string[]; did: string[]; what: string[]; where: string[]; how: string[]; rare: string }

const WORDS: Record<Language, Words> = {
  en: {
    who: ['The ministry', 'The council', 'A committee', 'The port authority', 'The rail company', 'The union']
      .concat([
        'The central bank',
        'The mayor',
        'A spokeswoman',
        'The university',
        'The farmers',
        'The court',
      ])
      .concat([
        'The hospital',
        'The regulator',
        'Two deputies',
        'The energy agency',
        'The airline',
        'Teachers',
      ]),
    did: [
      'approved',
      'rejected',
      'postponed',
      'opened',
      'paid for',
      'inspected',
      'sold',
      'rebuilt',
      'closed',
    ].concat([
      'measured',
      'promised',
      'cancelled',
      'reviewed',
      'extended',
      'halved',
      'doubled',
      'registered',
    ]),
    what: ['the new bridge', 'a desalination plant', 'the school budget', 'four ferries', 'the wheat reserve']
      .concat(['a solar park', 'the pension fund', 'the tram line', 'a vaccine order', 'the water tariff'])
      .concat(['the fishing quota', 'a housing plan', 'the old stadium', 'a gas contract', 'the archive']),
    where: [
      'in the capital',
      'near the border',
      'along the coast',
      'in the north',
      'in the valley',
      'abroad',
    ].concat(['in the harbour district', 'on the islands', 'in three provinces', 'outside the city']),
    how: [
      'for {n} million',
      'after {n} days',
      'with {n} workers',
      'at {n} per cent',
      'since {y}',
      'until {y}',
    ].concat([
      'before the end of {y}',
      'within {n} weeks',
      'in {n} villages',
      'for the first time since {y}',
    ]),
    rare: 'in Karsan',
  },
  ar: {
    who: [
      'الوزارة',
      'اللجنة',
      'هيئة الموانئ',
      'شركة السكك الحديدية',
      'النقابة',
      'البلدية',
      'الجامعة',
      'المحكمة',
    ]
      .concat(['الهيئة الناظمة', 'وكالة الطاقة', 'شركة الطيران', 'الحكومة', 'المحافظة', 'الغرفة التجارية'])
      .concat(['المؤسسة العامة', 'إدارة المستشفى', 'رئاسة المجلس', 'دائرة الزراعة']),
    did: ['أقرّت', 'رفضت', 'أجّلت', 'افتتحت', 'موّلت', 'فحصت', 'باعت', 'رمّمت', 'أغلقت', 'قاست', 'ألغت'].concat([
      'راجعت',
      'مدّدت',
      'خفّضت',
      'ضاعفت',
      'سجّلت',
    ]),
    what: [
      'الجسر الجديد',
      'محطة تحلية المياه',
      'موازنة المدارس',
      'أربع عبّارات',
      'مخزون القمح',
      'حقل الطاقة الشمسية',
    ]
      .concat(['صندوق التقاعد', 'خط الترام', 'طلبية اللقاح', 'تعرفة المياه', 'حصة الصيد', 'خطة الإسكان'])
      .concat(['الملعب القديم', 'عقد الغاز', 'دار المحفوظات']),
    where: [
      'في العاصمة',
      'قرب الحدود',
      'على الساحل',
      'في الشمال',
      'في الوادي',
      'في الخارج',
      'في الجزر',
    ].concat(['في ثلاث محافظات', 'خارج المدينة', 'في حيّ الميناء']),
    how: [
      'مقابل {n} مليونًا',
      'بعد {n} يومًا',
      'بمشاركة {n} عاملًا',
      'بنسبة {n} في المئة',
      'منذ عام {y}',
    ].concat(['حتى عام {y}', 'قبل نهاية {y}', 'خلال {n} أسبوعًا', 'في {n} قرية', 'للمرة الأولى منذ {y}']),
    rare: 'في كارسان',
  },
}

/** A word that stands in one claim of two hundred, as it is in one sentence of a hundred of its language. */
export const RARE: Record<Language, string> = { en: 'karsan', ar: 'كارسان' }
const RARE_SHARE = 1 / 100
/** Sentences read together. A sentence alone would lose what the reader of texts learns from a whole one. */
const TOGETHER = 25

const eastern = (text: string) => text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))

function written(random: Random, language: Language): string {
  const { who, did, what, where, how, rare } = WORDS[language]
  const figures = random
    .of(how)
    .replace('{n}', String(2 + random.below(980)))
    .replace('{y}', String(1950 + random.below(76)))
  const place = random.next() < RARE_SHARE ? rare : random.of(where)
  const parts =
    language === 'en'
      ? [random.of(who), random.of(did), random.of(what), place, figures]
      : [random.of(did), random.of(who), random.of(what), place, eastern(figures)]
  return `${parts.join(' ')}.`
}

const isHeadline = (text: string, { start }: NewSentence) => start > text.length

function readTogether(lines: readonly string[], language: Language): NewSentence[] {
  const text = lines.join('\n\n')
  const { sentences } = storedText({ text, headline: '', blocks: blocksOf(text) }, language, 'text')
  const read = (JSON.parse(sentences) as NewSentence[]).filter((one) => !isHeadline(text, one))
  if (read.length !== lines.length) throw new Error(`A sentence was read as several: ${text}`)
  return read
}

/** Different sentences with their search keys and cues, as the desk reads them. Each stands in several articles. */
export function readSentences(random: Random, language: Language, count: number): NewSentence[] {
  const distinct = new Set<string>()
  while (distinct.size < count) distinct.add(written(random, language))
  const lines = [...distinct]
  return Array.from({ length: Math.ceil(count / TOGETHER) }, (_, chunk) =>
    readTogether(lines.slice(chunk * TOGETHER, (chunk + 1) * TOGETHER), language),
  ).flat()
}

/** A headline without a figure. */
export function headlineOf(random: Random, language: Language): string {
  const { who, did, what, where } = WORDS[language]
  const [subject, verb] = [random.of(who), random.of(did)]
  const begun = language === 'en' ? `${subject} ${verb}` : `${verb} ${subject}`
  return `${begun} ${random.of(what)} ${random.of(where)}`
}
