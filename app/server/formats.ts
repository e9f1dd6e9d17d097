/**
 * The named ways times are shown: `short` in lists, `exact` where the second and the zone matter, the long ones where
 * readers of the news see them.
 */
export const formats = {
  dateTime: {
    short: { dateStyle: 'medium', timeStyle: 'short', numberingSystem: 'latn' },
    day: { dateStyle: 'medium', numberingSystem: 'latn' },
    longDay: { dateStyle: 'long', numberingSystem: 'latn' },
    long: { dateStyle: 'long', timeStyle: 'short', numberingSystem: 'latn' },
    exact: { dateStyle: 'full', timeStyle: 'long', numberingSystem: 'latn' },
  },
} as const
