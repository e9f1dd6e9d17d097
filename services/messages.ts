import arArticle from '@/messages/ar/article.json'
import arClaimReview from '@/messages/ar/claimReview.json'
import arClaims from '@/messages/ar/claims.json'
import arCommon from '@/messages/ar/common.json'
import arCorrection from '@/messages/ar/correction.json'
import arErrors from '@/messages/ar/errors.json'
import arExporting from '@/messages/ar/exporting.json'
import arHistory from '@/messages/ar/history.json'
import arNumbers from '@/messages/ar/numbers.json'
import arOverlay from '@/messages/ar/overlay.json'
import arImporting from '@/messages/ar/importing.json'
import arReaders from '@/messages/ar/readers.json'
import arReport from '@/messages/ar/report.json'
import arReports from '@/messages/ar/reports.json'
import arRevision from '@/messages/ar/revision.json'
import arSettings from '@/messages/ar/settings.json'
import arSignIn from '@/messages/ar/signIn.json'
import arWaiting from '@/messages/ar/waiting.json'
import arWebhooks from '@/messages/ar/webhooks.json'
import article from '@/messages/en/article.json'
import claimReview from '@/messages/en/claimReview.json'
import claims from '@/messages/en/claims.json'
import common from '@/messages/en/common.json'
import correction from '@/messages/en/correction.json'
import errors from '@/messages/en/errors.json'
import exporting from '@/messages/en/exporting.json'
import history from '@/messages/en/history.json'
import numbers from '@/messages/en/numbers.json'
import overlay from '@/messages/en/overlay.json'
import importing from '@/messages/en/importing.json'
import readers from '@/messages/en/readers.json'
import report from '@/messages/en/report.json'
import reports from '@/messages/en/reports.json'
import revision from '@/messages/en/revision.json'
import settings from '@/messages/en/settings.json'
import signIn from '@/messages/en/signIn.json'
import waiting from '@/messages/en/waiting.json'
import webhooks from '@/messages/en/webhooks.json'
import type { Locale } from '@/domain/text/locale'

const en = {
  article,
  claimReview,
  claims,
  common,
  correction,
  errors,
  exporting,
  history,
  importing,
  numbers,
  overlay,
  readers,
  report,
  reports,
  revision,
  settings,
  signIn,
  waiting,
  webhooks,
}

export type Messages = typeof en

const ar: Messages = {
  article: arArticle,
  claimReview: arClaimReview,
  claims: arClaims,
  common: arCommon,
  correction: arCorrection,
  errors: arErrors,
  exporting: arExporting,
  history: arHistory,
  numbers: arNumbers,
  overlay: arOverlay,
  importing: arImporting,
  readers: arReaders,
  report: arReport,
  reports: arReports,
  revision: arRevision,
  settings: arSettings,
  signIn: arSignIn,
  waiting: arWaiting,
  webhooks: arWebhooks,
}

const MESSAGES: Record<Locale, Messages> = { en, ar }

export const messagesOf = (locale: Locale): Messages => MESSAGES[locale]
