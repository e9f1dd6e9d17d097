import fs from 'node:fs'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail server on this machine for the journeys: it takes every mail and writes it into the folder that it is given. */
const [port, folder] = process.argv.slice(2)
fs.mkdirSync(folder, { recursive: true })
let count = 0

async function keep(bytes, to) {
  const { subject, text, html, messageId } = await PostalMime.parse(bytes)
  const name = path.join(folder, `${String((count += 1)).padStart(6, '0')}.json`)
  fs.writeFileSync(`${name}.part`, JSON.stringify({ to, subject, text, html, messageId }))
  // Whoever looks sees whole mails only.
  fs.renameSync(`${name}.part`, name)
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  onData: (stream, session, done) => {
    const chunks = []
    stream.on('data', (chunk) => chunks.push(chunk))
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      keep(Buffer.concat(chunks), to).then(() => done(null, 'OK'), done)
    })
  },
})
// A connection that only looks whether the server is there.
server.on('error', () => undefined)
server.listen(Number(port), '127.0.0.1')
