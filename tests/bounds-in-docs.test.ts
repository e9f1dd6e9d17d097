import { COMMENT_MAX } from '@/domain/comment/schema'
import fs from 'node:fs'
import { expect, it } from 'vitest'
import { BULK_MOST } from '@/domain/bulk/rules'
import { FINDING_MAX, QUOTE_MAX } from '@/domain/claim/rules'
import { IMPORT_BYTES_MAX, ROWS_MAX } from '@/domain/claim-import/schema'
import { MESSAGE_MAX } from '@/domain/reuse/message'
import { MAX_FILE_BYTES, TEXT_BOUNDS } from '@/text/bounds'
import { JSON_NAME_MAX } from '@/text/json-bounds'
import { ISSUES_MOST } from '@/text/list'
import { BODIES, SMALL_BODY } from '@/services/bodies/bounds'
import { GATE_LIMITS } from '@/services/bodies/gate'
import { PARTS_MAX } from '@/services/bodies/multipart'

const section =
  /## How much may be sent\n([\s\S]*?)\n## /.exec(fs.readFileSync('docs/guide.md', 'utf8'))?.[1] ?? ''

/** The numbers in each row of the tables, by the row's subject. */
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('|') && /\d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
const numbers = (text: string) =>
  (text.match(/\d[\d,]*/g) ?? []).map((one) => Number(one.replaceAll(',', '')))

it('the guide lists every kind of body with its limits', () => {
  const told = rows.filter(({ length }) => length === 7).map((cells) => cells.slice(3, 6).flatMap(numbers))
  expect(told).toEqual(Object.values(BODIES).map(({ bytes, values, depth }) => [bytes, values, depth]))
})

it('the guide lists the limits within a body', () => {
  const told = rows
    .filter(({ length }) => length === 4)
    .map(([, what = '', most = '']) => [what, ...numbers(most)])
  expect(Object.fromEntries(told)).toEqual({
    'a file': MAX_FILE_BYTES,
    'the text of an article': TEXT_BOUNDS.units,
    'a list of claims': ROWS_MAX,
    'claims changed at once': BULK_MOST,
    'a list of claims as CSV': IMPORT_BYTES_MAX,
    'the quote of a claim': QUOTE_MAX,
    'a finding': FINDING_MAX,
    'a message to look for': MESSAGE_MAX,
    'a comment': COMMENT_MAX,
    'a name in JSON': JSON_NAME_MAX,
    'the parts of a form': PARTS_MAX,
    'the faults of a list that are told': ISSUES_MOST,
  })
})

it('the guide says how many long bodies are read at once, and how long others wait', () => {
  const { slots, line, patience, contested, alone } = GATE_LIMITS
  const paragraph = /Bodies must not be packed[\s\S]*/.exec(section)?.[0].replace(/\(\d+[^)]*\)/g, '') ?? ''
  expect(numbers(paragraph)).toEqual([
    SMALL_BODY,
    slots,
    line,
    ...[patience, contested, alone].map((ms) => ms / 1_000),
  ])
})
