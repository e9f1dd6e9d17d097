import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A link to a server that can be cut, silenced or slowed down. */
export class Link {
  private readonly pairs = new Set<[Socket, Socket]>()
  private silent = false
  private delayMs = 0
  private readonly server = createServer((near) => {
    const far = connect(this.port, '127.0.0.1')
    const pair: [Socket, Socket] = [near, far]
    this.pairs.add(pair)
    this.pass(near, far)
    this.pass(far, near)
    const end = () => {
      // A silent link tells neither side that the other has gone.
      if (this.silent) return
      near.destroy()
      far.destroy()
      this.pairs.delete(pair)
    }
    for (const socket of pair) socket.on('error', () => undefined).on('close', end)
  })

  private constructor(private readonly port: number) {}

  static async to(port: number): Promise<{ link: Link; port: number }> {
    const link = new Link(port)
    link.server.listen(0, '127.0.0.1')
    await once(link.server, 'listening')
    return { link, port: (link.server.address() as AddressInfo).port }
  }

  private pass(from: Socket, to: Socket): void {
    from.on('data', (bytes: Buffer) => {
      if (this.silent) return
      if (this.delayMs === 0) return void to.write(bytes)
      setTimeout(() => !to.destroyed && !this.silent && to.write(bytes), this.delayMs)
    })
  }

  /** Breaks all connections; new ones are made as before. */
  cut(): void {
    for (const [near, far] of this.pairs) {
      near.resetAndDestroy()
      far.destroy()
    }
    this.pairs.clear()
  }

  /** Swallows everything, as when a cable is pulled: no side hears that the other has gone. */
  silence(): void {
    this.silent = true
  }

  /** Works again. Connections from before are gone, as their network has forgotten them. */
  restore(): void {
    this.silent = false
    this.cut()
  }

  /** Delays all bytes, each way. */
  slow(delayMs: number): void {
    this.delayMs = delayMs
  }

  close(): void {
    this.server.close()
    this.cut()
  }
}
