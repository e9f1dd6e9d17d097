/** The factor on the number of cases; more than 1 in `npm test properties`. */
const longer = Number(process.env.FACTDESK_TEST_RUNS ?? 1)

/** How many cases a property tries; `usual` is the number in a plain `npm test`. */
export const runs = (usual: number) => Math.ceil(usual * longer)
