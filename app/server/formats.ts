/**
 * The named formats for times: `short` in lists, `time` for today, `exact` where the second and the zone matter, the long ones for
 * readers of the news.
 */
export const formats = {
  dateTime: {
    short: { dateStyle: 'medium', timeStyle: 'short', numberingSystem: 'latn' },
    time: { timeStyle: 'short', numberingSystem: 'latn' },
    day: { dateStyle: 'medium', numberingSystem: 'latn' },
    longDay: { dateStyle: 'long', numberingSystem: 'latn' },
    long: { dateStyle: 'long', timeStyle: 'short', numberingSystem: 'latn' },
    exact: { dateStyle: 'full', timeStyle: 'long', numberingSystem: 'latn' },
  },
} as const
