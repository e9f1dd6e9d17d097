import { useEffect, useRef } from 'react'
import { focusPage } from '@/components/keys/use-shortcuts'

/** Names a control that is drawn anew when its form closes. */
export const FOCUS_NAME = 'data-focus-name'

/**
 * Returns the focus to where it was when a form opened, once the form has closed: to the same control, even drawn anew,
 * or to the page, where single keys are commands. A form may close late, when a slow save is answered: then the focus
 * stays where its reader has put it meanwhile.
 */
export function useFocusReturn() {
  const from = useRef<{ element: Element | null; name: string | null }>({ element: null, name: null })
  const shown = useRef(true)
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])
  return {
    remember: () => {
      const element = document.activeElement
      from.current = { element, name: element?.getAttribute(FOCUS_NAME) ?? null }
    },
    /** Call it when the page without the form stands. */
    goBack: () => {
      if (!shown.current || document.activeElement !== document.body) return
      const { element, name } = from.current
      const anew =
        name === null ? null : document.querySelector<HTMLElement>(`[${FOCUS_NAME}="${CSS.escape(name)}"]`)
      if (anew) anew.focus()
      else if (element instanceof HTMLElement && element.isConnected && element !== document.body)
        element.focus()
      else focusPage()
    },
  }
}
