'use client'

import {
  useEffect,
  useImperativeHandle,
  useRef,
  type ComponentProps,
  type KeyboardEvent,
  type Ref,
} from 'react'
import type {} from './listen'

/** Browsers differ in what Ctrl and Enter do in a field: nothing, a new line, or the form. Here it sends the form. */
const sendsForm = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  nativeEvent,
  defaultPrevented,
}: KeyboardEvent) =>
  key === 'Enter' &&
  (ctrlKey || metaKey) &&
  !altKey &&
  !shiftKey &&
  !nativeEvent.isComposing &&
  !defaultPrevented

/** Reports that an element listens from now on. The page then replays once what people did with it before. */
function useEarly<T extends HTMLElement>(given: Ref<T> | undefined) {
  const own = useRef<T>(null)
  useImperativeHandle(given, () => own.current as T, [])
  useEffect(() => {
    const early = (window.factdeskEarly ??= { listening: new WeakSet() })
    if (own.current) early.listening.add(own.current)
    early.tell?.()
  }, [])
  return { ref: own, 'data-early': '' }
}

/**
 * Like all components in this file it renders the element in its name, and loses no input from before the page listens.
 */
export function EarlyButton({ ref, type = 'button', ...rest }: ComponentProps<'button'>) {
  return <button type={type} {...rest} {...useEarly(ref)} />
}

/**
 * A form sent by its handler, also with Ctrl or Cmd and Enter from any of its fields. If the browser submits it anyway,
 * the typed text does not get into an address.
 */
export function EarlyForm({ ref, onKeyDown, ...rest }: Omit<ComponentProps<'form'>, 'action' | 'method'>) {
  const sendByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    onKeyDown?.(event)
    // React also passes on the keys of a dialog that was opened inside the form.
    if (!event.currentTarget.contains(event.target as Node) || !sendsForm(event)) return
    event.preventDefault()
    if (!event.repeat) event.currentTarget.requestSubmit()
  }
  return <form {...rest} method="post" onKeyDown={sendByKey} {...useEarly(ref)} />
}

export function EarlyInput({ ref, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} {...useEarly(ref)} />
}

export function EarlyTextarea({ ref, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} {...useEarly(ref)} />
}

export function EarlySelect({ ref, ...rest }: ComponentProps<'select'>) {
  return <select {...rest} {...useEarly(ref)} />
}
