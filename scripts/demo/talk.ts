import type { AnswerVerdict, QuestionKind } from '@/domain/question/rules'
import type { ArticleName } from './newsroom'
import type { Person } from './people'
import { day, fullHour, type When } from './when'

type Step = { at: When; by: Person }
type Place = { article: ArticleName; claim: number }

/** A question to somebody outside, and what they answered to its first claim. */
export type QuestionPlan = Step & {
  name: string
  article: ArticleName
  claims: readonly number[]
  asks: {
    kind: QuestionKind
    name: string
    house?: string
    language: 'en' | 'ar'
    text: string
  }
  due?: When
  seen?: When
  answered?: {
    at: When
    verdict?: AnswerVerdict
    text: string
    proposed?: string
    url?: string
    sourceTitle?: string
  }
}

export const QUESTIONS: readonly QuestionPlan[] = [
  {
    name: 'class-size',
    article: 'schools-return.ar',
    claims: [2],
    ...{ at: day(-3, '10:05'), by: 'otherChecker' },
    asks: {
      ...{ kind: 'writer', name: 'هدى الكيلاني', language: 'ar' },
      text: 'من أين جاء المتوسطان، 38 و31؟ هل يشملان مدارس المنطقة كلها؟',
    },
    due: day(-2, '14:00'),
    seen: day(-3, '11:20'),
    answered: {
      at: day(-3, '12:40'),
      text: 'من كشف وزّعته المديرية يوم الافتتاح، وهو عن المدارس الابتدائية وحدها. لم أسأل عن المدارس الأخرى.',
      proposed: 'وتراجع متوسط عدد التلاميذ في الصف الواحد من المدارس الابتدائية من 38 إلى 31',
      sourceTitle: 'كشف المديرية',
      url: 'https://www.education-sarw.example/classes',
    },
  },
  {
    name: 'immunity',
    article: 'measles-second-dose.en',
    claims: [4, 5],
    ...{ at: day(-1, '09:30'), by: 'editor' },
    asks: {
      ...{ kind: 'expert', name: 'Dr Ines Halvorsen', house: 'Coastal Institute of Public Health' },
      language: 'en',
      text: 'Are these shares still the ones that your institute teaches? We would like to print them as they stand.',
    },
    due: fullHour(3),
  },
]

/** A thread about a claim: each comment may name a colleague, whose name its text holds behind @. */
export type ThreadPlan = Place & {
  name: string
  said: readonly (Step & { text: string; names?: Person })[]
  resolved?: Step
}

export const THREADS: readonly ThreadPlan[] = [
  {
    name: 'five-year-olds',
    ...{ article: 'measles-second-dose.en', claim: 6 },
    said: [
      {
        ...{ at: day(-1, '10:15'), by: 'checker', names: 'editor' },
        text: '@ليلى منصور the health office gives no year for the 91 per cent. Shall we wait for their table?',
      },
      {
        ...{ at: day(-1, '10:40'), by: 'editor', names: 'checker' },
        text: '@Omar Haddad وصلني وعد بالجدول قبل الظهر. اتصل بهم إن لم يصل.',
      },
    ],
  },
  {
    name: 'first-year',
    ...{ article: 'night-buses.en', claim: 3 },
    said: [
      {
        ...{ at: day(-4, '13:45'), by: 'otherEditor', names: 'checker' },
        text: '@Omar Haddad is this the sum for one year, or for the trial as a whole?',
      },
      { at: day(-4, '14:10'), by: 'checker', text: 'For the first year: the budget says so on page 12.' },
    ],
    resolved: { at: day(-4, '14:20'), by: 'otherEditor' },
  },
]
