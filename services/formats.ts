/** The named ways times are shown: `short` in lists, `exact` where the second and the zone matter. */
export const formats = {
  dateTime: {
    short: { dateStyle: 'medium', timeStyle: 'short', numberingSystem: 'latn' },
    day: { dateStyle: 'medium', numberingSystem: 'latn' },
    exact: { dateStyle: 'full', timeStyle: 'long', numberingSystem: 'latn' },
  },
} as const
