'use client'

import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Toast as Radix } from 'radix-ui'
import { X } from 'lucide-react'
import './toast.css'

type Toast = {
  /** A toast replaces an earlier one with the same name. */
  name?: string
  title: string
  action?: { label: string; onAction: () => void }
}
type Shown = Toast & { id: number }

const SHOWN_MS = 8_000

const ToastContext = createContext<(toast: Toast) => void>(() => undefined)

/** Shows a passing message about what happened, with an optional undo. Screen readers announce it too. */
export const useToast = () => useContext(ToastContext)

const PlaceContext = createContext<(place: HTMLElement | null) => void>(() => undefined)

/** A ref for an element in which toasts stand one at a time, instead of over the lower edge of the page. */
export const useToastPlace = () => useContext(PlaceContext)

let lastId = 0

export function ToastProvider({
  label,
  closeLabel,
  dir,
  children,
}: {
  label: string
  closeLabel: string
  dir: 'ltr' | 'rtl'
  children: ReactNode
}) {
  const [shown, setShown] = useState<Shown[]>([])
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const toast = useCallback((next: Toast) => {
    lastId += 1
    setShown((all) => [
      ...all.filter((one) => !next.name || one.name !== next.name).slice(-2),
      { ...next, id: lastId },
    ])
  }, [])
  return (
    <Radix.Provider label={label} duration={SHOWN_MS} swipeDirection={dir === 'rtl' ? 'left' : 'right'}>
      <PlaceContext value={setPlace}>
        <ToastContext value={toast}>{children}</ToastContext>
      </PlaceContext>
      {shown.map((one) => (
        <Radix.Root
          key={one.id}
          type="background"
          className="toast"
          onOpenChange={(open) => !open && setShown((all) => all.filter((other) => other.id !== one.id))}
        >
          <Radix.Title className="min-w-0 flex-1 py-1 break-words">{one.title}</Radix.Title>
          {one.action && (
            <Radix.Action altText={one.action.label} className="toast-action" onClick={one.action.onAction}>
              {one.action.label}
            </Radix.Action>
          )}
          <Radix.Close className="toast-close" aria-label={closeLabel}>
            <X aria-hidden className="size-4" />
          </Radix.Close>
        </Radix.Root>
      ))}
      {place ? (
        createPortal(<Radix.Viewport className="toast-place" />, place)
      ) : (
        <Radix.Viewport className="toast-viewport" />
      )}
    </Radix.Provider>
  )
}
