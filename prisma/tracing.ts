import { SpanKind, SpanStatusCode, trace, type Attributes, type Span } from '@opentelemetry/api'

const holder = globalThis as typeof globalThis & { factdeskTraces?: boolean }

/** Whether the desk makes traces. It is kept on `globalThis`, because pages and HTTP API are separate bundles. */
export const makesTraces = (): boolean => holder.factdeskTraces === true

export function sayTraces(made: boolean): void {
  holder.factdeskTraces = made
}

type Told = { kind: SpanKind; attributes: Attributes }

/** Runs work as one span, below the span that is under way. Without traces it only runs the work. */
export async function asSpan<T>(
  name: string,
  told: Told,
  work: (span: Span | null) => Promise<T> | T,
): Promise<T> {
  if (!makesTraces()) return work(null)
  return trace.getTracer('factdesk').startActiveSpan(name, told, async (span) => {
    try {
      return await work(span)
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  })
}

const VERB = /^\s*(?:\/\*.*?\*\/\s*)?([a-z]+)/i

/** A query as a span. Its text has no values, because these are sent beside it. */
export function asQuerySpan<T>(query: unknown, work: () => Promise<T>): Promise<T> {
  if (!makesTraces()) return work()
  const text = typeof query === 'string' ? query : (query as { text?: unknown } | null)?.text
  const written = typeof text === 'string' ? text : ''
  const name = `query ${VERB.exec(written)?.[1]?.toLowerCase() ?? ''}`.trim()
  const attributes = { 'db.system.name': 'postgresql', 'db.query.text': written }
  return asSpan(name, { kind: SpanKind.CLIENT, attributes }, work)
}
