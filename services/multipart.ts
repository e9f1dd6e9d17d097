/** A form with one file in it, as `multipart/form-data` (RFC 7578) carries it. */
export type Form = { file: File | null; files: number; fields: Record<string, string> }

/**
 * Reads a multipart form; a file without a name counts as a field.
 * @returns null for bytes that are no such form, or a field whose bytes are no UTF-8 or that is given twice
 */
export async function readForm(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  fileField: string,
): Promise<Form | null> {
  const read = new Response(bytes, { headers: { 'content-type': contentType } }).formData()
  const form = await read.catch((error: unknown) => {
    if (error instanceof TypeError) return null
    throw error
  })
  if (!form) return null
  const fields: Record<string, string> = {}
  const files: File[] = []
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      if (name !== fileField) return null
      files.push(value)
    } else if (Object.hasOwn(fields, name) || value.includes('\ufffd')) return null
    else fields[name] = value
  }
  return { file: files[0] ?? null, files: files.length, fields }
}
