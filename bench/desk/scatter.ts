import type pg from 'pg'

/** Changes one claim in ten, all over the table, and leaves what that leaves: no vacuum runs until `vacuumAgain`. */
export async function scatter(client: pg.Client): Promise<void> {
  await client.query('alter table claim set (autovacuum_enabled = false)')
  await client.query(
    `update claim set priority = case when priority = 'high' then 'normal' else 'high' end::"Priority",
       version = version + 1
     where priority in ('high', 'normal') and hashtext(id::text) % 10 = 0`,
  )
}

export async function vacuumAgain(client: pg.Client): Promise<void> {
  await client.query('alter table claim reset (autovacuum_enabled)')
  await client.query('vacuum analyze claim')
}
