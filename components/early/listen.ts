import { makeQueue } from './queue'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Target = HTMLButtonElement | HTMLFormElement

/**
 * What the page's script and its components share: which elements listen, how to report another one, and whether typed
 * words are waiting.
 */
export type Early = { listening: WeakSet<object>; tell?: () => void; holdsWords?: () => boolean }

declare global {
  interface Window {
    factdeskEarly?: Early
  }
}

const FORGET_AFTER_MS = 30_000

/**
 * Queues what people do with elements that do not listen yet, and replays it when they do. Elements that will report
 * themselves carry `data-early`. A submit button whose form lacks it is left to the browser, which submits that form
 * itself. The page embeds this function's source, so it may use nothing from outside.
 */
function listen(queueOf: typeof makeQueue, forgetAfterMs: number): void {
  const early = (window.factdeskEarly = window.factdeskEarly ?? { listening: new WeakSet<object>() })
  const queue = queueOf<Control, Target, string | boolean>(forgetAfterMs)
  const listens = (one: unknown) => early.listening.has(one as object)
  const isEarly = (one: Element) => one.hasAttribute('data-early')
  let composing: EventTarget | null = null
  let planned = false

  const mark = (target: Target, heard: boolean) => {
    if (target instanceof HTMLFormElement) return
    if (heard) target.setAttribute('aria-busy', 'true')
    else target.removeAttribute('aria-busy')
    target.toggleAttribute('data-heard', heard)
  }

  const give = (field: Control, value: string | boolean) => {
    if (typeof value === 'boolean') {
      ;(field as HTMLInputElement).checked = !value
      field.click()
    } else if (field instanceof HTMLSelectElement) {
      field.value = value
      field.dispatchEvent(new Event('change', { bubbles: true }))
    } else if (field.type === 'file') field.dispatchEvent(new Event('change', { bubbles: true }))
    else {
      // React ignores a value equal to the last one set on the element itself, so the field is cleared first.
      const { selectionStart, selectionEnd } = field
      field.value = ''
      const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
      Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value)
      if (selectionStart !== null && document.activeElement === field)
        field.setSelectionRange(selectionStart, selectionEnd)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }

  const press = (target: Target) => {
    mark(target, false)
    if (!target.isConnected) return
    if (target instanceof HTMLFormElement) return target.requestSubmit()
    // A menu opens on pointerdown.
    if (target.getAttribute('aria-haspopup') === 'menu')
      target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true }))
    target.click()
  }

  const takePresses = () => {
    const { due, forgotten } = queue.takePresses(Date.now(), listens, (field) => field.form)
    forgotten.forEach((target) => mark(target, false))
    due.forEach(press)
  }

  const giveBack = () => {
    planned = false
    queue
      .takeFields(
        (field) => listens(field) && field !== composing,
        (field) => !field.isConnected,
      )
      .forEach(([field, value]) => give(field, value))
    // The components must render the replayed words before a press follows.
    setTimeout(takePresses, 0)
  }

  const plan = () => {
    if (planned) return
    planned = true
    // Elements that start listening together get their input back together.
    setTimeout(giveBack, 0)
  }
  early.tell = plan
  early.holdsWords = () => queue.holdsFields()

  const hold = (event: Event, scope: Target, target: Target) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    const before = queue.press(scope, target, Date.now())
    if (before) mark(before, false)
    mark(target, true)
    setTimeout(takePresses, forgetAfterMs)
  }

  const onClick = (event: Event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (!button || button.disabled || !isEarly(button) || listens(button)) return
    const { form } = button
    const ownForm = form && isEarly(form)
    if (form && !ownForm && button.type === 'submit') return
    hold(event, ownForm ? form : button, button)
  }

  const onSubmit = (event: Event) => {
    const form = event.target as HTMLFormElement
    if (!isEarly(form) || listens(form)) return
    const { submitter } = event as SubmitEvent
    hold(event, form, submitter instanceof HTMLButtonElement ? submitter : form)
  }

  const onInput = (event: Event) => {
    const field = event.target as Control
    if (!(event.target instanceof Element) || !isEarly(event.target)) return
    if (listens(field)) queue.forget(field)
    else
      queue.type(
        field,
        /^(?:checkbox|radio)$/.test(field.type) ? (field as HTMLInputElement).checked : field.value,
      )
  }

  // The window gets events before the document, where React listens.
  window.addEventListener('click', onClick, true)
  window.addEventListener('submit', onSubmit, true)
  window.addEventListener('input', onInput, true)
  window.addEventListener('change', onInput, true)
  window.addEventListener('compositionstart', (event) => (composing = event.target), true)
  window.addEventListener(
    'compositionend',
    () => {
      composing = null
      plan()
    },
    true,
  )
}

/** The source of a script that must run before the page shows anything. */
export const EARLY_SCRIPT = `(${listen.toString()})(${makeQueue.toString()},${FORGET_AFTER_MS})`
