/** How many times as many cases as usual are tried: more than 1 in `npm test stress`. */
const longer = Number(process.env.FACTDESK_TEST_RUNS ?? 1)

/** How many cases a property is tried on; `usual` is what a plain `npm test` tries. */
export const runs = (usual: number) => Math.ceil(usual * longer)
