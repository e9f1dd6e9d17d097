import { Field, Select } from '@/components/ui/field'

type Props = {
  label: string
  /** The filter's name in the address. */
  name: string
  /** The text of the choice that turns the filter off. */
  any: string
  options: { value: string; label: string | undefined }[]
  params: URLSearchParams
  go: (change: Record<string, string | null>) => void
}

/** One filter of a list. The address holds the choice. */
export function FilterSelect({ label, name, any, options, params, go }: Props) {
  return (
    <Field label={label}>
      <Select value={params.get(name) ?? ''} onChange={(event) => go({ [name]: event.target.value || null })}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** Converts a desk or a person to an option. */
export const asOption = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })

/** Whether one of these filters is on. */
export const isFiltered = (params: URLSearchParams, names: readonly string[]) =>
  names.some((name) => params.get(name))

/** A change to the address that turns filters off. */
export const withoutFilters = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, null]))
