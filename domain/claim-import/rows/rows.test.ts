import { readFileSync } from 'node:fs'
import { expect, describe, it } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { DomainError } from '@/domain/errors'
import type { ImportRow } from '@/domain/claim-import/schema'
import { reportCsv } from '@/printing/report-csv'
import { reportJson } from '@/printing/report-json'
import { someClaim, someReport, someSource } from '@/tests/report'
import { readImportText } from './rows'

const claims = (text: string) =>
  readImportText(text).rows.map((row) => {
    if (row.issues) throw new Error(`Row ${row.row}: ${JSON.stringify(row.issues)}`)
    return row.claim
  })

function refused(text: string) {
  try {
    readImportText(text)
  } catch (error) {
    if (error instanceof DomainError) return error.issues
  }
  throw new Error('It was read')
}

const faultsOf = (row: ImportRow | undefined) =>
  (row?.issues ?? []).map((issue) => `${issue.path} ${issue.key}`)

describe('a table', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('can have %s, a byte order mark and quoted line breaks', (_name, cut) => {
    const text = [
      ['quote', 'status', 'finding', 'source title', 'source URL', 'stance'],
      [
        '"One, two; three\t""four"""',
        'Disputed',
        '"First line\r\nsecond"',
        'Book',
        'example.org/a',
        'refutes',
      ],
      ['Five', '', '', '', '', ''],
    ]
    const [one, two] = claims(`\ufeff${text.map((row) => row.join(cut)).join('\r\n')}\r\n`)
    expect(one).toMatchObject({
      quote: 'One, two; three\t"four"',
      status: 'disputed',
      finding: 'First line\r\nsecond',
      sources: [{ title: 'Book', url: 'https://example.org/a', stance: 'refutes' }],
    })
    expect(two).toMatchObject({ quote: 'Five', status: 'unreviewed', finding: '', sources: [] })
  })

  it('can have Arabic headings and words', () => {
    const text =
      'الاقتباس;الحالة;النتيجة;المصدر;رابط المصدر;الموقف;الأولوية\n' +
      'فُتح الجسر;مُتحقَّق منه;راجعناه;الأرشيف;https://example.org;يؤيّد;عاجلة\n'
    expect(claims(text)).toMatchObject([
      {
        quote: 'فُتح الجسر',
        status: 'verified',
        finding: 'راجعناه',
        priority: 'urgent',
        sources: [{ title: 'الأرشيف', url: 'https://example.org/', stance: 'supports' }],
      },
    ])
  })

  it('of one column keeps the commas in its cells', () => {
    expect(claims('quote\nOne, two\nThree; four').map((claim) => claim.quote)).toEqual([
      'One, two',
      'Three; four',
    ])
  })

  it('numbers its rows as a spreadsheet does, including blank lines', () => {
    const { rows } = readImportText('\n\nquote,status\n"a\nb",\n,\nc,\n')
    expect(rows.map((row) => row.row)).toEqual([4, 6])
  })

  it('reports ignored columns, except those derived from others', () => {
    expect(readImportText('quote,mood,end,Claim number\na,b,c,d').ignored).toEqual(['mood'])
  })

  it('treats a source without a stance as context and uses its address as its title', () => {
    expect(claims('quote,url\na,https://example.org/x')).toMatchObject([
      { sources: [{ title: 'https://example.org/x', url: 'https://example.org/x', stance: 'context' }] },
    ])
  })
})

describe('problems', () => {
  it('of a row name its own heading', () => {
    const { rows } = readImportText(
      'Quote;Verdict;Start;Source;Link;Stance\n;unreviewed;;;;\na;perhaps;x;T;ftp://b;likes\nb;;;;;;;z',
    )
    expect(rows.map((row) => [row.row, ...faultsOf(row)])).toEqual([
      [2, 'Quote required'],
      [3, 'Start notAnOffset', 'Verdict notOneOf', 'Link urlScheme', 'Stance notOneOf'],
      [4, ' listRowTooWide'],
    ])
    expect(rows[1]?.issues?.[1]?.params).toEqual({
      allowed: 'unreviewed, needs_source, disputed, verified',
    })
  })

  it.each([
    ['', 'listEmpty'],
    ['\ufeff \n', 'listEmpty'],
    ['text,status\na,b', 'listNoQuote'],
    ['quote,status', 'listNoRows'],
    ['quote,status\n"a,b', 'listQuoteOpen'],
    ['{"claims": 3}', 'listNotJson'],
    ['[{"quote": "a"}', 'listNotJson'],
    ['[]', 'listNoRows'],
    [`quote\n${'a\n'.repeat(2001)}`, 'listTooManyRows'],
    [`quote\n${'ع'.repeat(2_500_001)}`, 'listTooLarge'],
  ])('of the whole list are reported once %#', (text, key) => {
    expect(refused(text)).toMatchObject([{ path: 'list', key }])
  })

  it('include the columns that were found, and the row with the unclosed quotation mark', () => {
    expect(refused('words here,b\n1,2')[0]?.params).toEqual({ found: 'words here, b' })
    expect(refused('quote,status\nx,\n"a,b')[0]?.params).toEqual({ row: 3 })
  })
})

describe('JSON', () => {
  it.each(['central-asia-brief.en', 'quiet-diplomacy.ar', 'water-note.ar'])('reads the review %s', (name) => {
    const text = readFileSync(`scripts/demo/${name}.review.json`, 'utf8')
    type Given = {
      claims: { quote: string; status: string; rationale: string; sources: object[]; correction?: object }[]
    }
    const given = (JSON.parse(text) as Given).claims
    const read = claims(text)
    expect(read).toHaveLength(given.length)
    given.forEach(({ quote, status, rationale, sources, correction }, index) => {
      const one = read[index]
      expect(one).toMatchObject({ quote, status, finding: rationale, sources })
      expect(one?.proposal).toEqual(correction)
    })
  })

  it('reads an array, numbers its items from 1 and reports unknown keys', () => {
    const list = readImportText('[{"quote":"a","start":3,"mood":1},{"quote":7},"x"]')
    expect(list.ignored).toEqual(['mood'])
    expect(list.rows[0]).toMatchObject({ row: 1, claim: { quote: 'a', start: 3 } })
    expect(list.rows.slice(1).map((row) => [row.row, ...faultsOf(row)])).toEqual([
      [2, 'quote wrongType'],
      [3, 'quote required'],
    ])
  })
})

describe('the desk’s own report', () => {
  const source = someSource({ excerpt: 'Nine thousand | a day.\nOr more.' })
  const given = [
    someClaim({
      quote: '-5 degrees, "cold"\nand wet',
      start: 4,
      sources: [
        source,
        someSource({ stance: 'context', url: null, publisher: '', locator: '', excerpt: '' }),
      ],
    }),
    someClaim({
      number: 2,
      quote: 'ب',
      start: 40,
      status: 'disputed',
      finding: '=1 لا',
      sources: [],
      proposal: { kind: 'correction', replacement: '+2', reason: 'counted' },
    }),
    someClaim({
      number: 3,
      quote: 'Gone',
      start: null,
      end: null,
      status: 'unreviewed',
      finding: '',
      sources: [],
    }),
  ]
  const wanted = [
    {
      quote: '-5 degrees, "cold"\nand wet',
      start: 4,
      status: 'verified',
      finding: 'Counted at the toll.',
      sources: [
        {
          title: source.title,
          publisher: source.publisher,
          url: source.url,
          locator: 'p. 4',
          excerpt: source.excerpt,
          stance: 'supports',
        },
        { title: source.title, stance: 'context' },
      ],
    },
    {
      quote: 'ب',
      start: 40,
      status: 'disputed',
      finding: '=1 لا',
      sources: [],
      proposal: { kind: 'correction', replacement: '+2', reason: 'counted' },
    },
    { quote: 'Gone', status: 'unreviewed', finding: '', sources: [] },
  ]

  it.each(['en', 'ar'] as const)('is read from CSV in %s exactly as it was written', (locale) => {
    const csv = reportCsv(someReport({ claims: given, asked: { language: locale } }))
    expect(claims(csv)).toMatchObject(wanted)
    expect(readImportText(csv).ignored).toEqual([
      'reviewed_by',
      'reviewed_at',
      'signed_off_by',
      'signed_off_at',
      'status_by',
      'finding_by',
      'sources_by',
      'words_by',
      'speaker',
      'speaker_kind',
      'said_on',
      'said_at',
      'rating',
      'rating_name',
    ])
  })

  it('is read from JSON exactly as it was written', () => {
    const report = someReport({ claims: given })
    expect(claims(reportJson(report))).toMatchObject(wanted)
    expect(claims(reportJson({ ...report, proof: null }))).toMatchObject(wanted)
  })
})

it('reads two thousand long rows in seconds', () => {
  const row = `"${'كلمة "" و'.repeat(200)}",disputed,"${'finding, '.repeat(30)}"\n`
  const text = `quote,status,finding\n${row.repeat(2000)}`.slice(0, 2_600_000)
  const whole = text.slice(0, text.lastIndexOf('\n"') + 1)
  let found: ReturnType<typeof readImportText> | undefined
  expect(cpuTimeOf(() => (found = readImportText(whole)))).toBeLessThan(QUICK_MS)
  expect(found?.rows.length).toBeGreaterThan(1_000)
})

describe('a list that would be expensive to read is refused first', () => {
  it.each([
    ['nothings in JSON', `[${'{},'.repeat(600_000)}{}]`, 'jsonTooMany'],
    ['brackets without end', '['.repeat(1_000_000), 'jsonTooDeep'],
    ['a name without end', `[{"${'q'.repeat(1_000_000)}":1}]`, 'jsonLongName'],
    ['cells', `quote\n${','.repeat(2_000_000)}`, 'listTooManyCells'],
    ['rows', `quote\n${'\n'.repeat(2_000_000)}`, 'listTooManyCells'],
    ['columns', `quote${',a'.repeat(600)}\nx`, 'listTooManyColumns'],
    [
      'other names in each row',
      JSON.stringify(Array.from({ length: 600 }, (_, at) => ({ [`n${at}`]: 1 }))),
      'listTooManyColumns',
    ],
  ])('%s', (_, text, key) => {
    const spent = cpuTimeOf(() =>
      expect(() => readImportText(text)).toThrow(
        expect.objectContaining({ issues: [expect.objectContaining({ path: 'list', key })] }),
      ),
    )
    expect(spent).toBeLessThan(QUICK_MS)
  })

  it('a heading or status as long as a book matches nothing', () => {
    const long = 'ـ'.repeat(400_000)
    const list = readImportText(JSON.stringify([{ quote: 'x', status: long }]))
    expect(list.rows[0]?.issues?.map(({ path }) => path)).toEqual(['status'])
    expect(readImportText(`quote,${long}\nx,y`).ignored).toEqual([long])
  })
})
