export type Attributes = Record<string, string | undefined>
