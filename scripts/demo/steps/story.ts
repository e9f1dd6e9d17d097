import { issueReport } from '@/domain/report/commands'
import { keyOf, made } from '../desk'
import { ARTICLES } from '../newsroom'
import { CORRECTIONS, REPORTS, REQUESTS, type ReportPlan } from '../published'
import { QUESTIONS, THREADS } from '../talk'
import { articleSteps } from './articles'
import { correctionSteps } from './corrections'
import { requestSteps } from './requests'
import type { Step } from './step'
import { questionSteps, threadSteps } from './talk'

const reportStep = ({ name, article, at, by, ...edition }: ReportPlan): Step => ({
  ...{ at, by, does: `report ${name} issued` },
  run: async (actor) =>
    issueReport(actor, { ...edition, articleId: await made(article), requestKey: keyOf(`report-${name}`) }),
})

/** Everything that happened at the demo's desk, in the order of time. */
export async function story(start: Date, zone: string): Promise<(Step & { moment: Date })[]> {
  const articles = await Promise.all(ARTICLES.map(articleSteps))
  const steps = [
    ...articles.flat(),
    ...REQUESTS.flatMap(requestSteps),
    ...CORRECTIONS.flatMap(correctionSteps),
    ...REPORTS.map(reportStep),
    ...QUESTIONS.flatMap(questionSteps),
    ...THREADS.flatMap(threadSteps),
  ]
  return steps
    .map((step) => ({ ...step, moment: step.at(start, zone) }))
    .sort((a, b) => a.moment.getTime() - b.moment.getTime())
}
