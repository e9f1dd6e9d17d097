import { printPdf } from '@/printing/pdf/pdf'
import { demoClaims } from '@/tests/demo-claims'
import { someReport, someSource } from '@/tests/report'

/**
 * Measures how long it takes to typeset a long report: Arabic claims with findings and two sources each.
 *
 * npx tsx --conditions=react-server --tsconfig tsconfig.run.json bench/print.ts 300
 * npx tsx --conditions=react-server --tsconfig tsconfig.run.json bench/print.ts 2000
 *
 * Cold is the first print of a process, when the typesetting process still has to start.
 */
const CLAIMS = Number(process.argv[2] ?? 300)
const WARM = 3

const demo = demoClaims('quiet-diplomacy.ar')
const claims = Array.from({ length: CLAIMS }, (_, index) => {
  const claim = demo[index % demo.length]
  if (!claim) throw new Error('The demonstration has no claims')
  const excerpt = 'وأعلنت الأمم المتحدة أن القرار اعتُمد بأغلبية الأعضاء بعد مشاورات دامت شهرين.'
  return {
    ...claim,
    number: index + 1,
    finding: claim.finding || 'تتفق المراجع على ذلك.',
    sources: [claim.sources[0] ?? someSource(), someSource({ title: 'وثائق الأمم المتحدة', excerpt })],
  }
})
const report = someReport({
  claims,
  article: { language: 'ar', title: 'كازاخستان بين الجوار والعالم' },
  asked: { language: 'ar' },
})

async function timed() {
  const begun = performance.now()
  const bytes = await printPdf(report)
  return { bytes, milliseconds: performance.now() - begun }
}

const cold = await timed()
const warm: number[] = []
for (let round = 0; round < WARM; round += 1) warm.push((await timed()).milliseconds)
const pages = (
  Buffer.from(cold.bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g) ?? []
).length
console.log(`${CLAIMS} claims on ${pages} pages, ${(cold.bytes.length / 1e6).toFixed(2)} MB`)
console.log(
  `cold ${cold.milliseconds.toFixed(0)} ms, best of ${WARM} more ${Math.min(...warm).toFixed(0)} ms`,
)
