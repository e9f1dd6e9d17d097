const holder = globalThis as typeof globalThis & { factdeskStopping?: boolean }

/** Says that the desk was told to stop. From now on it is not ready, so that no proxy sends it anything new. */
export function sayStopping(): void {
  holder.factdeskStopping = true
}

/** Whether the desk was told to stop. It is kept on `globalThis`, because pages and HTTP API are separate bundles. */
export const isStopping = (): boolean => holder.factdeskStopping === true
