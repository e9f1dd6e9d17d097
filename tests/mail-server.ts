import type { AddressInfo, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { MailServer } from '@/services/settings'

export type Arrived = { from: string; to: string[]; mail: Email; raw: string; user?: string }

/**
 * What the server does at a stage: it accepts, refuses with a code and words, breaks off the connection, takes the
 * message and breaks off, or says nothing more.
 */
type Conduct = 'accept' | 'die' | 'take and die' | 'hang' | { code: number; words: string }
type Stage = 'greeting' | 'login' | 'sender' | 'recipient' | 'first bytes' | 'message'

/** A mail server on this machine: it keeps what arrives and behaves as told. */
export class LoopbackMail {
  /** The mails that the server has taken, whether or not it could still say so. */
  arrived: Arrived[] = []
  attempts = 0
  conduct: (stage: Stage, attempt: number, address: string) => Conduct = () => 'accept'
  private readonly sockets = new Map<number | undefined, Socket>()
  private readonly server: SMTPServer

  constructor({ password }: { password?: string } = {}) {
    this.server = new SMTPServer({
      authOptional: password === undefined,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onConnect: (session, done) => {
        this.attempts += 1
        this.meet('greeting', session, '', done)
      },
      onAuth: (given, session, done) => {
        const right = given.password === password
        this.meet('login', session, given.username ?? '', (error) =>
          done(error ?? (right ? null : new Error('wrong password')), { user: given.username }),
        )
      },
      onMailFrom: ({ address }, session, done) => this.meet('sender', session, address, done),
      onRcptTo: ({ address }, session, done) => this.meet('recipient', session, address, done),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => {
          if (chunks.length === 0) this.meet('first bytes', session, '', () => undefined)
          chunks.push(chunk)
        })
        stream.on('end', () => void this.take(Buffer.concat(chunks), session, done))
      },
    })
    this.server.server.on('connection', (socket: Socket) => {
      this.sockets.set(socket.remotePort, socket)
      socket.on('close', () => this.sockets.delete(socket.remotePort))
    })
    // A sender that breaks off is no fault of the server.
    this.server.on('error', () => undefined)
  }

  private meet(
    stage: Stage,
    session: SMTPServerSession,
    address: string,
    done: (error?: Error | null) => void,
  ): void {
    const conduct = this.conduct(stage, this.attempts, address)
    if (conduct === 'accept') done()
    else if (conduct === 'die' || conduct === 'take and die') this.sockets.get(session.remotePort)?.destroy()
    else if (conduct !== 'hang') done(Object.assign(new Error(conduct.words), { responseCode: conduct.code }))
  }

  private async take(
    bytes: Buffer,
    session: SMTPServerSession,
    done: (error?: Error | null, words?: string) => void,
  ): Promise<void> {
    const { mailFrom, rcptTo } = session.envelope
    const arrived = {
      from: mailFrom ? mailFrom.address : '',
      to: rcptTo.map(({ address }) => address),
      mail: await PostalMime.parse(bytes),
      raw: bytes.toString('latin1'),
      ...(typeof session.user === 'string' && { user: session.user }),
    }
    const conduct = this.conduct('message', this.attempts, '')
    if (conduct === 'accept' || conduct === 'take and die') this.arrived.push(arrived)
    this.meet('message', session, '', (error) => done(error, 'OK: queued'))
  }

  /** This server as the desk's setting names it. */
  setting(other: Partial<MailServer> = {}): MailServer {
    const { port } = this.server.server.address() as AddressInfo
    return { host: '127.0.0.1', port, secure: false, from: 'desk@example.org', toReserved: true, ...other }
  }

  /** The mails to one address, in the order of their arrival. */
  to = (address: string) => this.arrived.filter(({ to }) => to.includes(address))

  listen = () => new Promise<void>((resolve) => void this.server.listen(0, '127.0.0.1', () => resolve()))

  close = () =>
    new Promise<void>((resolve) => {
      for (const socket of this.sockets.values()) socket.destroy()
      this.server.close(() => resolve())
    })
}

/** One mail server for the tests of a file. It is empty before each test and accepts everything. */
export function withMailServer(options?: { password?: string }): LoopbackMail {
  const server = new LoopbackMail(options)
  beforeAll(server.listen)
  afterAll(server.close)
  beforeEach(() => {
    server.arrived = []
    server.attempts = 0
    server.conduct = () => 'accept'
  })
  return server
}
