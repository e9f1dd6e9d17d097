import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { fill, filledOf, type Filled } from '../data/fill'
import { startDatabaseServer } from '@/services/database-server'
import { migrate } from '@/services/migrate'

export type Data = {
  url: string
  dataDir: string
  client: pg.Client
  filled: Filled
  close: () => Promise<void>
}

/**
 * The database to measure on, filled when it is empty: the one that DATABASE_URL names, or one of its own in the folder
 * of the data, by its number of claims.
 */
export async function openData({ claims, articles }: { claims: number; articles: number }): Promise<Data> {
  const dataDir = path.resolve(process.env.DATA_DIR ?? 'dist/bench', String(claims))
  fs.mkdirSync(dataDir, { recursive: true })
  const server = process.env.DATABASE_URL ? null : await startDatabaseServer(dataDir)
  const url = process.env.DATABASE_URL ?? server?.url ?? ''
  const client = new pg.Client({ connectionString: url })
  const close = async () => {
    await client.end()
    await server?.stop()
  }
  try {
    await migrate(url)
    await client.connect()
    const filled = (await filledOf(client)) ?? (await fillTold(client, { claims, articles }))
    return { url, dataDir, client, filled, close }
  } catch (error) {
    await close()
    throw error
  }
}

const TOLD = 10

async function fillTold(client: pg.Client, { claims, articles }: { claims: number; articles: number }) {
  const begun = Date.now()
  const seconds = () => Math.round((Date.now() - begun) / 1_000)
  let told = 0
  const tell = (done: number) => {
    if (done - told < claims / TOLD) return
    told = done
    console.log(`${done} claims after ${seconds()} s`)
  }
  const filled = await fill(client, { claims, articles, tell })
  console.log(`${claims} claims in ${articles} articles, made in ${seconds()} s`)
  return filled
}
