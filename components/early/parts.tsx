'use client'

import { useEffect, useImperativeHandle, useRef, type ComponentProps, type Ref } from 'react'
import type {} from './listen'

/** Tells the page that an element listens from now on: what was done with it before is then done again, once. */
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

/** Like all parts here: the element that its name says, of which nothing done before the page listens is lost. */
export function EarlyButton({ ref, type = 'button', ...rest }: ComponentProps<'button'>) {
  return <button type={type} {...rest} {...useEarly(ref)} />
}

/** A form that is sent by its handler. Should the browser send it after all, nothing typed gets into an address. */
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
