/** Of a name that stands in an address more than once the last value, as the server reads it. */
export const lastOfEach = (search: URLSearchParams) => new URLSearchParams(Object.fromEntries(search))
