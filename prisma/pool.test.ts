import { once } from 'node:events'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeskPool } from './pool'

let pool: DeskPool
let client: pg.PoolClient
const warnings: string[] = []
const heard = (warning: Error) => warnings.push(warning.message)

beforeAll(async () => {
  process.on('warning', heard)
  pool = new DeskPool({ connectionString: process.env.DATABASE_URL, max: 1 })
  client = await pool.connect()
})
afterAll(async () => {
  client.release()
  await pool.end()
  process.off('warning', heard)
})

const NUMBERS = Array.from({ length: 20 }, (_, n) => n)
const valueOf = (answer: pg.QueryResult<{ value: number }>) => answer.rows[0]?.value

describe('queries of one connection', () => {
  it('that are sent at once are answered each in its turn', async () => {
    const answered: number[] = []
    await client.query('create temp table turn (place serial, value int)')
    await Promise.all(
      NUMBERS.map(async (n) => {
        await client.query('insert into turn (value) values ($1)', [n])
        answered.push(n)
      }),
    )
    const { rows } = await client.query<{ value: number }>('select value from turn order by place')
    expect(rows.map(({ value }) => value)).toEqual(NUMBERS)
    expect(answered).toEqual(NUMBERS)
  })

  it('are none of the driver’s business to queue', async () => {
    await new Promise((resolve) => setImmediate(resolve))
    expect(warnings.filter((message) => message.includes('client.query()'))).toEqual([])
  })

  it('go on after one that failed', async () => {
    const outcomes = await Promise.allSettled([
      client.query<{ value: number }>('select 1 as value'),
      client.query('select nothing_of_this_name'),
      client.query<{ value: number }>('select 2 as value'),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(outcomes.flatMap((one) => (one.status === 'fulfilled' ? [valueOf(one.value)] : []))).toEqual([
      1, 2,
    ])
  })

  it('may answer a callback or be read row by row', async () => {
    const called = await new Promise<number | undefined>((resolve, reject) => {
      client.query('select 3 as value', (error: Error | null, answer: pg.QueryResult<{ value: number }>) =>
        error ? reject(error) : resolve(valueOf(answer)),
      )
    })
    expect(called).toBe(3)
    const rows: unknown[] = []
    const read = client.query(new pg.Query<{ value: number }>('select 4 as value union all select 5'))
    read.on('row', (row) => rows.push(row))
    await once(read, 'end')
    expect(rows).toEqual([{ value: 4 }, { value: 5 }])
    expect(valueOf(await client.query('select 6 as value'))).toBe(6)
  })
})
