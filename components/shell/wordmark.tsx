/** The desk's mark: a line of text with the stroke of someone who checked it. */
export function Wordmark({ name }: { name: string }) {
  return (
    <span className="wordmark">
      <svg
        aria-hidden
        viewBox="0 0 24 24"
        className="size-6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.25"
      >
        <path d="M3 5.5h18M3 11h11" opacity=".45" />
        <path d="M3 17.5l4 4L21 11" className="text-accent" stroke="currentColor" strokeLinecap="square" />
      </svg>
      {name}
    </span>
  )
}
