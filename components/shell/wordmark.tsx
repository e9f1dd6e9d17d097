/** The desk's mark: lines of text, and a stroke under the words that turns into a tick. */
import './wordmark.css'
export function Wordmark({ name }: { name: string }) {
  return (
    <span className="wordmark" lang="en" dir="ltr">
      <svg aria-hidden viewBox="0 0 24 24" className="size-6" fill="none" strokeWidth="2.25">
        <path d="M3 5h18M3 10h12" stroke="currentColor" />
        <path
          d="M3 17h6.5l3.5 4L21.5 10.5"
          className="stroke-accent"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {name}
    </span>
  )
}
