import type { StartCorrection } from '@/domain/correction/schema'
import type { SendCorrectionRequest } from '@/domain/correction-request/schema'
import type { NewSource } from '@/domain/source/schema'
import type { ArticleName } from './newsroom'
import type { Person } from './people'
import { day, hours, type When } from './when'

type Step = { at: When; by: Person }

/** A correction as far as it came. */
export type CorrectionPlan = {
  name: string
  article: ArticleName
  claim: number
  request?: string
  started: Step
  fields: Omit<StartCorrection, 'articleId' | 'claimId' | 'correctionRequestId' | 'requestKey'>
  /** What the checker found when the error was reported. */
  disputed?: Step & { finding: string; source: NewSource }
  acknowledged?: Step
  /** Who sees it through, from the acknowledgement on. */
  owner?: Person
  approved?: Step
  published?: Step
  /** The claim's new words are found to be true. */
  settled?: Step & { source: NewSource; finding: string }
  amended?: Step & { note: string; reason: string }
}

const source = (
  given: Partial<NewSource> & Pick<NewSource, 'title' | 'publisher' | 'stance'>,
): NewSource => ({
  ...{
    kind: 'document',
    url: null,
    primary: true,
    excerpt: '',
    locator: '',
    published: null,
    accessed: null,
  },
  ...given,
})

/** What refutes the first words and supports the new ones. */
const CERTIFICATE = { title: 'Passenger certificate of the Kittiwake', publisher: 'Coastal Safety Office' }
const REGISTER = { title: 'قرار إشهار التعاونية', publisher: 'سجل التعاونيات' }

export const CORRECTIONS: readonly CorrectionPlan[] = [
  {
    name: 'kittiwake',
    article: 'harbour-ferries.en',
    claim: 1,
    request: 'kittiwake',
    disputed: {
      at: day(-12, '10:10'),
      by: 'checker',
      finding:
        'The certificate allows 230 passengers. The announcement of the board has two digits exchanged.',
      source: source({ ...CERTIFICATE, stance: 'refutes' }),
    },
    started: { at: day(-12, '10:30'), by: 'checker' },
    fields: {
      kind: 'correction',
      severity: 'significant',
      quote: 'The Kittiwake carries 320 passengers',
      replacement: 'The Kittiwake carries 230 passengers',
      wrong: 'The article said that the Kittiwake carries 320 passengers.',
      right: 'The Kittiwake carries 230 passengers.',
      note: 'An earlier version of this article gave the wrong number of passengers for the Kittiwake. She carries 230.',
    },
    acknowledged: { at: day(-12, '11:00'), by: 'otherEditor' },
    owner: 'otherEditor',
    approved: { at: day(-12, '15:30'), by: 'otherEditor' },
    published: { at: day(-12, '16:00'), by: 'otherEditor' },
    settled: {
      at: day(-12, '16:20'),
      by: 'checker',
      finding: 'As in the passenger certificate.',
      source: source({ ...CERTIFICATE, stance: 'supports' }),
    },
  },
  {
    name: 'arabic-day',
    article: 'arabic-language-day.ar',
    claim: 2,
    started: { at: day(-11, '09:10'), by: 'otherChecker' },
    fields: {
      kind: 'correction',
      severity: 'significant',
      quote: 'وقد أقرّت اليونسكو الاحتفال باليوم العالمي للغة العربية عام 2010',
      replacement: 'وقد أقرّت اليونسكو الاحتفال باليوم العالمي للغة العربية عام 2012',
      wrong: 'ذكر المقال أن اليونسكو أقرّت الاحتفال باليوم العالمي للغة العربية عام 2010.',
      right: 'أقرّت اليونسكو الاحتفال باليوم العالمي للغة العربية في أكتوبر 2012.',
    },
    acknowledged: { at: day(-11, '14:00'), by: 'editor' },
    owner: 'editor',
  },
  {
    name: 'cooperative',
    article: 'date-harvest.ar',
    claim: 2,
    disputed: {
      at: day(-6, '10:00'),
      by: 'otherChecker',
      finding: 'أُشهرت التعاونية بقرار صدر عام 1987، أما عام 1978 فهو عام شق الطريق إلى الوادي.',
      source: source({ ...REGISTER, stance: 'refutes' }),
    },
    started: { at: day(-6, '10:20'), by: 'otherChecker' },
    fields: {
      kind: 'correction',
      severity: 'minor',
      quote: 'تأسست تعاونية الواحة عام 1978',
      replacement: 'تأسست تعاونية الواحة عام 1987',
      wrong: 'ذكر المقال أن تعاونية الواحة تأسست عام 1978.',
      right: 'تأسست تعاونية الواحة عام 1987.',
      note: 'ورد في نسخة سابقة من هذا المقال تاريخ غير صحيح لتأسيس تعاونية الواحة. تأسست التعاونية عام 1987.',
    },
    acknowledged: { at: day(-6, '11:00'), by: 'editor' },
    owner: 'editor',
    approved: { at: day(-6, '12:00'), by: 'editor' },
    published: { at: day(-6, '12:30'), by: 'editor' },
    settled: {
      at: day(-6, '13:00'),
      by: 'otherChecker',
      finding: 'بحسب قرار الإشهار.',
      source: source({ ...REGISTER, stance: 'supports' }),
    },
    amended: {
      at: day(-5, '10:00'),
      by: 'editor',
      note: 'ورد في نسخة سابقة من هذا المقال تاريخ غير صحيح لتأسيس تعاونية الواحة. تأسست التعاونية عام 1987، أما عام 1978 فهو عام شق الطريق إلى الوادي.',
      reason: 'توضيح مصدر الخلط بين التاريخين بعد سؤال من القراء.',
    },
  },
]

/** What readers asked, and what the desk answered. */
export type RequestPlan = {
  name: string
  at: When
  article: ArticleName
  asks: Pick<SendCorrectionRequest, 'phrase' | 'problem' | 'language'> & Partial<SendCorrectionRequest>
  answered?: Step & { text: string }
}

export const REQUESTS: readonly RequestPlan[] = [
  {
    name: 'kittiwake',
    at: day(-13, '19:45'),
    article: 'harbour-ferries.en',
    asks: {
      phrase: 'The Kittiwake carries 320 passengers',
      problem: 'The plate beside her gangway says 230. I counted the seats, too.',
      source: 'The certificate beside the gangway',
      name: 'Piet Hallam',
      email: 'piet.hallam@reader.example',
      language: 'en',
    },
    answered: {
      at: day(-12, '16:30'),
      by: 'otherEditor',
      text: 'Thank you: you are right. We have corrected the number, and a note under the article says so.',
    },
  },
  {
    name: 'prices',
    at: hours(-9),
    article: 'date-harvest.ar',
    asks: {
      phrase: 'بيع الكيلوغرام من الصنف الأول في سوق الجملة بنحو 9 دراهم',
      problem: 'اشتريت هذا الأسبوع من سوق الجملة، وكان السعر 10 دراهم ونصف الدرهم.',
      name: 'أم خالد',
      language: 'ar',
    },
  },
]

export type ReportPlan = Step & {
  name: string
  article: ArticleName
  kind: 'final' | 'interim'
  language: 'en' | 'ar'
  internal: boolean
}

const report = (
  name: string,
  article: ArticleName,
  kind: ReportPlan['kind'],
  { at, by }: Step,
): ReportPlan => ({
  name,
  article,
  kind,
  at,
  by,
  language: article.endsWith('ar') ? 'ar' : 'en',
  internal: false,
})

/** The reports that were issued. A later one of the same article, language and audience supersedes the earlier. */
export const REPORTS: readonly ReportPlan[] = [
  report('ferries-first', 'harbour-ferries.en', 'final', { at: day(-22, '11:00'), by: 'otherEditor' }),
  report('diplomacy', 'quiet-diplomacy.ar', 'interim', { at: day(-18, '17:00'), by: 'editor' }),
  report('harvest-first', 'date-harvest.ar', 'final', { at: day(-17, '15:30'), by: 'editor' }),
  report('ferries', 'harbour-ferries.en', 'final', { at: day(-12, '17:00'), by: 'otherEditor' }),
  report('harvest', 'date-harvest.ar', 'final', { at: day(-6, '14:00'), by: 'editor' }),
  report('buses', 'night-buses.en', 'final', { at: day(-3, '10:30'), by: 'otherEditor' }),
]
