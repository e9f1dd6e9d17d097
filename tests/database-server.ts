import { testServer } from './global-setup'

/** Starts a server for a whole test run, prints its address, and ends it when standard input closes. */
const { url, end } = await testServer()
process.stdout.write(`${url}\n`)
process.stdin.resume()
process.stdin.on('end', () => void end().then(() => process.exit(0)))
