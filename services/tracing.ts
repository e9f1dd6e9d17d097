import { sayTraces } from '@/prisma/tracing'

/** How long the last spans may take to be sent when the desk stops. */
const FLUSH_MS = 3_000

/**
 * Sends traces to an OpenTelemetry collector (OTLP over HTTP) when the standard setting names one. The packages are
 * loaded only then; they read the other `OTEL_EXPORTER_OTLP_…` settings themselves.
 * @returns how to end this; null without the setting
 */
export async function startTracing(
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ stop: () => Promise<void> } | null> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT && !env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return null
  const [{ context, trace }, { AsyncLocalStorageContextManager }, sdk, { OTLPTraceExporter }, resources] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ])
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': env.OTEL_SERVICE_NAME ?? 'factdesk' }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  trace.setGlobalTracerProvider(provider)
  sayTraces(true)
  return {
    stop: async () => {
      sayTraces(false)
      const flushed = provider.shutdown().catch(() => undefined)
      await Promise.race([
        flushed,
        new Promise<void>((resolve) => void setTimeout(resolve, FLUSH_MS).unref()),
      ])
      trace.disable()
      context.disable()
    },
  }
}
