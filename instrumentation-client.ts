import { withWholeAnswers } from '@/components/form/whole-answers'
import { keepTitle } from '@/components/shell/keep-title'

/**
 * Next runs this before any other code of a page. Zod would otherwise try whether it may run strings as code, which the
 * content policy forbids and the browser reports.
 */
const page = globalThis as { __zod_globalConfig?: { jitless?: boolean } }
page.__zod_globalConfig = { ...page.__zod_globalConfig, jitless: true }

globalThis.fetch = withWholeAnswers(globalThis.fetch.bind(globalThis))
keepTitle(document)
