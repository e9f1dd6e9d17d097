import article from './article.json'
import claimImport from './claimImport.json'
import claimReview from './claimReview.json'
import claims from './claims.json'
import comments from './comments.json'
import common from './common.json'
import correction from './correction.json'
import errors from './errors.json'
import exporting from './exporting.json'
import history from './history.json'
import importing from './importing.json'
import mail from './mail.json'
import notices from './notices.json'
import palette from './palette.json'
import question from './question.json'
import readers from './readers.json'
import report from './report.json'
import reports from './reports.json'
import revision from './revision.json'
import settings from './settings.json'
import signIn from './signIn.json'
import statistics from './statistics.json'
import views from './views.json'
import waiting from './waiting.json'
import webhooks from './webhooks.json'
import work from './work.json'
import type { Messages } from '@/messages/en'

const ar: Messages = {
  article,
  claimImport,
  claimReview,
  claims,
  comments,
  common,
  correction,
  errors,
  exporting,
  history,
  importing,
  mail,
  notices,
  palette,
  question,
  readers,
  report,
  reports,
  revision,
  settings,
  signIn,
  statistics,
  views,
  waiting,
  webhooks,
  work,
}

export default ar
