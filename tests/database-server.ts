import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startDatabaseServer } from '@/services/database-server'

// Ctrl-C reaches every process of the terminal: this one must outlive it to end the server.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)

/**
 * Starts a server for one run of tests, prints its address, and ends it when standard input closes, whatever becomes of
 * whoever opened it.
 */
const dir = mkdtempSync(path.join(os.tmpdir(), 'factdesk-test-'))
// A closed folder would send the server's data elsewhere when root runs the tests, where nobody removes it.
chmodSync(dir, 0o711)
const server = await startDatabaseServer(dir, 'postgres', { forgetful: true })
process.stdout.write(`${server.url}\n`)
process.stdin.resume()
process.stdin.on('end', () => {
  void server.stop().then(() => {
    rmSync(dir, { recursive: true, force: true })
    process.exit(0)
  })
})
