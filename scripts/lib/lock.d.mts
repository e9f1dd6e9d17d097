export function takeLock(file: string, refusal: (pid: number) => string): Promise<() => void>
