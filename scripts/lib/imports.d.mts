export function importedNames(code: string): string[]
export function importGraph(read: (file: string) => string | null): {
  reached: (file: string) => Set<string>
}
export function codeBelow(root: string): (file: string) => string | null
