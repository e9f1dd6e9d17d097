export const COLOURS = ['system', 'light', 'dark'] as const
export type Colours = (typeof COLOURS)[number]
export const COLOURS_COOKIE = 'factdesk-colours'

export const isColours = (value: unknown): value is Colours => COLOURS.some((one) => one === value)
