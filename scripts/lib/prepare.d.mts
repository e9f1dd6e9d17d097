/** The TypeScript of `entry` as one module that plain Node runs. */
export function bundle(entry: string, outfile: string): Promise<void>
