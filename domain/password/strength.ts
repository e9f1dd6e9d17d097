import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { invalid } from '@/domain/errors'

/** The lowest acceptable score of zxcvbn; 3 needs more than a hundred million guesses. */
const STRONG_ENOUGH = 3

/** Common Arabic passwords and the rows of an Arabic keyboard, which the shipped list lacks. */
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

/** The password with Western digits and without Arabic marks, because an attacker tries that form first. */
const plain = (text: string) =>
  text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u0640\u064b-\u0652]/g, '')
    .replace(/[أإآ]/g, 'ا')

type Holder = { email: string; name: string }

/** What people who know the person would try: address, name and newsroom, whole and in parts. */
function nearby({ email, name }: Holder, newsroom: string): string[] {
  const whole = [email, ...email.split('@'), name, newsroom, 'factdesk']
  const pieces = whole.flatMap((words) => [words.replace(/\s+/gu, ''), ...words.split(/[\s@._+-]+/u)])
  const known = [...whole, ...pieces].map((words) => plain(words).toLowerCase())
  return [...new Set(known)].filter((words) => words.length > 2).sort((a, b) => b.length - a.length)
}

/** How many characters a password needs besides facts about its holder. */
const LEAST_OF_ITS_OWN = 6

function isMadeOf(password: string, known: readonly string[]): boolean {
  const rest = known.reduce((left, words) => left.replaceAll(words, ''), password.toLowerCase())
  return rest.length < password.length && [...rest].length < LEAST_OF_ITS_OWN
}

export type Weakness = 'passwordPersonal' | 'passwordCommon' | 'passwordPattern'

/** Why a password is easy to guess; null when it is not. */
export function weaknessOf(password: string, holder: Holder, newsroom = ''): Weakness | null {
  const known = nearby(holder, newsroom)
  if (isMadeOf(plain(password), known)) return 'passwordPersonal'
  const { score, sequence } = estimator().check(plain(password), known)
  if (score >= STRONG_ENOUGH) return null
  const from = sequence.map((match) => ('dictionaryName' in match ? String(match.dictionaryName) : ''))
  if (from.includes('userInputs')) return 'passwordPersonal'
  return from.some((name) => name !== '') ? 'passwordCommon' : 'passwordPattern'
}

/** @throws DomainError `invalid` at `password`, saying why it is easy to guess */
export function requireStrong(password: string, holder: Holder, newsroom: string): void {
  const key = weaknessOf(password, holder, newsroom)
  if (key) throw invalid([{ path: 'password', key }])
}
