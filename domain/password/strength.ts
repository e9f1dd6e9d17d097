import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { invalid } from '@/domain/errors'

/** Estimates of zxcvbn: 3 needs more than a hundred million guesses. */
const STRONG_ENOUGH = 3

/** What the shipped list lacks: common choices in Arabic, and the rows of an Arabic keyboard. */
const ARABIC = [
  'كلمة السر',
  'كلمة المرور',
  'كلمه السر',
  'كلمه المرور',
  'الرقم السري',
  'السلام عليكم',
  'بسم الله الرحمن الرحيم',
  'بسم الله',
  'الحمد لله',
  'لا اله الا الله',
  'الله اكبر',
  'ان شاء الله',
  'ما شاء الله',
  'صباح الخير',
  'مرحبا',
  'حبيبي',
  'حبيبتي',
  'احبك',
  'محمد',
  'احمد',
  'فاطمة',
  'عبدالله',
  'فلسطين',
  'العراق',
  'مصر',
  'سوريا',
  'لبنان',
  'الجزائر',
  'المغرب',
  'السعودية',
  'ابجد هوز',
  'ضصثقفغعهخحجد',
  'شسيبلاتنمكط',
  'ئءؤرلاىةوزظ',
].flatMap((words) => [words, words.replaceAll(' ', '')])

let opened: ZxcvbnFactory | undefined
const estimator = () =>
  (opened ??= new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary: { ...dictionary, arabic: ARABIC } }))

/** Digits of either Arabic kind as Western ones, and letters without their marks: a guesser tries those first. */
const plain = (text: string) =>
  text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u0640\u064b-\u0652]/g, '')
    .replace(/[أإآ]/g, 'ا')

type Holder = { email: string; name: string }

/** What whoever knows the person would try: the address, the name, the newsroom, whole and in pieces. */
function nearby({ email, name }: Holder, newsroom: string): string[] {
  const whole = [email, ...email.split('@'), name, newsroom, 'factdesk']
  const pieces = whole.flatMap((words) => [words.replace(/\s+/gu, ''), ...words.split(/[\s@._+-]+/u)])
  const known = [...whole, ...pieces].map((words) => plain(words).toLowerCase())
  return [...new Set(known)].filter((words) => words.length > 2).sort((a, b) => b.length - a.length)
}

/** A password needs so many characters beside what is known of its holder. */
const LEAST_OF_ITS_OWN = 6

function isMadeOf(password: string, known: readonly string[]): boolean {
  const rest = known.reduce((left, words) => left.replaceAll(words, ''), password.toLowerCase())
  return rest.length < password.length && [...rest].length < LEAST_OF_ITS_OWN
}

export type Weakness = 'passwordPersonal' | 'passwordCommon' | 'passwordPattern'

/** Why a password would be guessed soon; null for one that would not. */
export function weaknessOf(password: string, holder: Holder, newsroom = ''): Weakness | null {
  const known = nearby(holder, newsroom)
  if (isMadeOf(plain(password), known)) return 'passwordPersonal'
  const { score, sequence } = estimator().check(plain(password), known)
  if (score >= STRONG_ENOUGH) return null
  const from = sequence.map((match) => ('dictionaryName' in match ? String(match.dictionaryName) : ''))
  if (from.includes('userInputs')) return 'passwordPersonal'
  return from.some((name) => name !== '') ? 'passwordCommon' : 'passwordPattern'
}

/** @throws DomainError `invalid`, naming the field `password` and why it would be guessed */
export function requireStrong(password: string, holder: Holder, newsroom: string): void {
  const key = weaknessOf(password, holder, newsroom)
  if (key) throw invalid([{ path: 'password', key }])
}
