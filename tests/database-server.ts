import { testServer } from './global-setup'

// Ctrl-C reaches every process of the terminal: this one must outlive it to end the server.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)

/** Starts a server for a whole test run, prints its address, and ends it when standard input closes. */
const { url, end } = await testServer()
process.stdout.write(`${url}\n`)
process.stdin.resume()
process.stdin.on('end', () => void end().then(() => process.exit(0)))
