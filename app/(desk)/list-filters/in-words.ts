/** One filter that is on, with each of its values as the address writes it and as a reader says it. */
export type FilterInWords = {
  name: string
  label: string
  values: { value: string; words: string; language?: string }[]
}

/** The filters that are on, each of its values one piece that can be taken away. */
export const filtersOn = (filters: readonly FilterInWords[]) =>
  filters.filter(({ values }) => values.length > 0)

/** The change to an address that takes one value of a filter away. */
export const without = ({ name, values }: FilterInWords, value: string): Record<string, string | null> => ({
  [name]:
    values
      .filter((one) => one.value !== value)
      .map((one) => one.value)
      .join(',') || null,
})

/** A filter as one line: its label, and its values side by side. */
export const asLine = ({ label, values }: FilterInWords) => ({
  label,
  value: values.map(({ words }) => words).join(' · '),
})
