import Link from 'next/link'

type Props = {
  path: string
  label: string
  /** What leads back to the newest rows; nothing where they are shown. */
  newest: string | undefined
  older: string
  /** What the next page begins after. */
  next: string | null
}

/** To the rows before the ones that are shown, and back to the newest, in a list that only goes on. */
export function OlderPages({ path, label, newest, older, next }: Props) {
  if (!newest && !next) return null
  return (
    <nav className="flex gap-4 pt-2" aria-label={label}>
      {newest && (
        <Link className="link" href={path} prefetch={false}>
          {newest}
        </Link>
      )}
      {next && (
        <Link className="link" href={`${path}?after=${next}`} prefetch={false}>
          {older}
        </Link>
      )}
    </nav>
  )
}
