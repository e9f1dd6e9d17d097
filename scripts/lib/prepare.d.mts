/** Builds pages and bundles when the code has changed since they were built. */
export function buildIfStale(): Promise<void>
/** Bundles the TypeScript of `entry` into one module that plain Node runs. */
export function bundle(entry: string, outfile: string): Promise<void>
export function bundleOnChange(
  entry: string,
  outfile: string,
  onMade: (seconds: number) => unknown,
): Promise<() => Promise<void>>

/** Builds the desk unless its build is as new as its sources. */
export function buildIfStale(): Promise<void>
