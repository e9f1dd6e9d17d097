import Link from 'next/link'

type Props = {
  /** The address of the newest rows; it may have a query. */
  path: string
  label: string
  /** The text of the link to the newest rows; undefined if they are already shown. */
  newest: string | undefined
  older: string
  /** The cursor after which the older rows start; null if there are none. */
  next: string | null
}

/** Links to older rows and back to the newest, for a list that pages in one direction only. */
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
        <Link
          className="link"
          href={`${path}${path.includes('?') ? '&' : '?'}after=${next}`}
          prefetch={false}
        >
          {older}
        </Link>
      )}
    </nav>
  )
}
