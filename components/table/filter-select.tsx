import { Field, Select } from '@/components/ui/field'

type Props = {
  label: string
  /** The filter's name in the address. */
  name: string
  /** What stands there while the filter is off. */
  any: string
  options: { value: string; label: string | undefined }[]
  params: URLSearchParams
  go: (change: Record<string, string | null>) => void
}

/** One choice that narrows a list; what is chosen is a part of the address. */
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

/** A desk or a person among the choices. */
export const asOption = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })

/** Whether one of these filters is on. */
export const isFiltered = (params: URLSearchParams, names: readonly string[]) =>
  names.some((name) => params.get(name))

/** The change of an address that turns filters off. */
export const withoutFilters = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, null]))
