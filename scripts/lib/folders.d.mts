export const PRODUCT: string[]
export const TRIALS: string[]
