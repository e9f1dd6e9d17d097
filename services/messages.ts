import arArticle from '@/messages/ar/article.json'
import arClaims from '@/messages/ar/claims.json'
import arCommon from '@/messages/ar/common.json'
import arErrors from '@/messages/ar/errors.json'
import arHistory from '@/messages/ar/history.json'
import arOverlay from '@/messages/ar/overlay.json'
import arImporting from '@/messages/ar/importing.json'
import arReport from '@/messages/ar/report.json'
import arRevision from '@/messages/ar/revision.json'
import arSettings from '@/messages/ar/settings.json'
import arSignIn from '@/messages/ar/signIn.json'
import arWebhooks from '@/messages/ar/webhooks.json'
import article from '@/messages/en/article.json'
import claims from '@/messages/en/claims.json'
import common from '@/messages/en/common.json'
import errors from '@/messages/en/errors.json'
import history from '@/messages/en/history.json'
import overlay from '@/messages/en/overlay.json'
import importing from '@/messages/en/importing.json'
import report from '@/messages/en/report.json'
import revision from '@/messages/en/revision.json'
import settings from '@/messages/en/settings.json'
import signIn from '@/messages/en/signIn.json'
import webhooks from '@/messages/en/webhooks.json'
import type { Locale } from './locale'

const en = {
  article,
  claims,
  common,
  errors,
  history,
  importing,
  overlay,
  report,
  revision,
  settings,
  signIn,
  webhooks,
}

export type Messages = typeof en

const ar: Messages = {
  article: arArticle,
  claims: arClaims,
  common: arCommon,
  errors: arErrors,
  history: arHistory,
  overlay: arOverlay,
  importing: arImporting,
  report: arReport,
  revision: arRevision,
  settings: arSettings,
  signIn: arSignIn,
  webhooks: arWebhooks,
}

export const messagesOf = (locale: Locale): Messages => (locale === 'ar' ? ar : en)
