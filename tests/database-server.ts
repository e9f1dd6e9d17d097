import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startDatabaseServer } from '@/services/database-server'

// Ctrl-C reaches every process of the terminal. This one must outlive it to end the server.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)

/**
 * Starts a server for one test run, prints its address, and ends it when standard input closes, whatever happens to
 * the parent.
 */
const dir = mkdtempSync(path.join(os.tmpdir(), 'factdesk-test-'))
// When root runs the tests, a closed folder would make the server move its data to a place that nobody cleans up.
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
