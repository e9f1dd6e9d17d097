import { proveOnServer } from '@/domain/audit/queries'
import type { AuditFault } from '@/domain/audit/shape'
import { AUDIT_START, type Checkpoint } from '@/domain/audit/rules'
import { runOnDesk, Unusable } from './desk-database'

const USAGE = 'Use it as: npm run audit'

const WRONG: Record<AuditFault['fault'], string> = {
  position: 'another line stands in its place, or one before it is gone',
  hash: 'it is not what was written after the line before it',
  end: 'the history does not end where its end is kept: lines after it are gone, or were added',
  stray: 'a line of this history continues nothing',
}

function refuseWords(given: string[]): void {
  if (given.length > 0) throw new Unusable(USAGE)
}

const number = new Intl.NumberFormat('en')
const counted = (lines: number, chains: number) =>
  `${number.format(lines)} lines in ${number.format(chains)} histories`

function sentenceOf({ article, position, fault }: AuditFault): string {
  const where = article
    ? `the article ${article.id}, “${article.title}”`
    : 'people, tokens, keys, webhooks and wordings'
  return `BROKEN: line ${position} of the history of ${where}: ${WRONG[fault]}.`
}

/**
 * Verifies every history. It names the first fault and exits with code 1; when something prevents the check, it exits
 * with code 2.
 */
async function audit(): Promise<void> {
  let [lines, chains] = [0, 0]
  for (let checkpoint: Checkpoint | null = AUDIT_START; checkpoint;) {
    const step = await proveOnServer(checkpoint)
    lines += step.lines
    chains += step.chains
    if (step.fault) {
      process.stdout.write(`${sentenceOf(step.fault)}\nBefore it ${counted(lines, chains)} are whole.\n`)
      process.exitCode = 1
      return
    }
    checkpoint = step.next
  }
  process.stdout.write(`WHOLE: ${counted(lines, chains)}.\n`)
}

await runOnDesk(refuseWords, audit, 2)
