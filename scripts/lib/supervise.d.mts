export const TO_BE_MENDED: number
export function supervise(
  file: string,
  args: string[],
  options?: { delayMs?: number; givenUp?: () => Promise<void> },
): Promise<number>
