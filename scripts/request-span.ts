import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { asSpan, makesTraces } from '@/prisma/tracing'

/** The header by which a proxy names the trace that a request belongs to (W3C Trace Context). */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/

/** The trace that a trusted proxy began; a stranger's header is no reason to join their trace. */
function contextOf({ headers }: IncomingMessage, trustedProxies: number) {
  const found = trustedProxies > 0 ? TRACEPARENT.exec(headers.traceparent?.toString() ?? '') : null
  if (!found) return ROOT_CONTEXT
  const [, traceId = '', spanId = '', flags = '00'] = found
  const parent = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true }
  return isSpanContextValid(parent) ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT
}

type Asked = {
  /** The pattern of the address, which tells no id or secret. */
  route: () => string
  id: string
  trustedProxies: number
}

/** Answers a request as one span, which ends when its answer is over. Without traces it only answers. */
export function answerAsSpan(
  request: IncomingMessage,
  response: ServerResponse,
  { route, id, trustedProxies }: Asked,
  answer: () => void,
): void {
  if (!makesTraces()) return answer()
  const method = request.method ?? ''
  const attributes = { 'http.request.method': method, 'http.route': route(), 'factdesk.request_id': id }
  const over = new Promise<void>((resolve) => void response.once('close', resolve))
  void context.with(contextOf(request, trustedProxies), () =>
    asSpan(`${method} ${attributes['http.route']}`, { kind: SpanKind.SERVER, attributes }, async (span) => {
      answer()
      await over
      span?.setAttribute('http.response.status_code', response.statusCode)
      if (response.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR })
    }),
  )
}
