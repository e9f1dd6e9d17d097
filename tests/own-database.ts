import { afterAll, beforeAll } from 'vitest'
import { closeDatabase } from '@/prisma/client'
import { migrate } from '@/services/migrate'
import { unique } from './factories'
import { databaseOf, onServer } from './global-setup'

/** Gives the tests of a file their own migrated database, for tests about the whole desk. */
export function withOwnDatabase(): void {
  const name = `factdesk_own_${unique()}`
  const shared = process.env.DATABASE_URL ?? ''
  beforeAll(async () => {
    await closeDatabase()
    await onServer(shared, `create database ${name}`)
    process.env.DATABASE_URL = databaseOf(shared, name)
    await migrate(process.env.DATABASE_URL)
  })
  afterAll(async () => {
    await closeDatabase()
    process.env.DATABASE_URL = shared
    await onServer(shared, `drop database if exists ${name} with (force)`)
  })
}
