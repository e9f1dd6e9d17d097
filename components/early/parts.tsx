'use client'

import { useEffect, useImperativeHandle, useRef, type ComponentProps, type Ref } from 'react'
import type {} from './listen'

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

/** A form sent by its handler. If the browser submits it anyway, the typed text does not get into an address. */
export function EarlyForm({ ref, ...rest }: Omit<ComponentProps<'form'>, 'action' | 'method'>) {
  return <form {...rest} method="post" {...useEarly(ref)} />
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
