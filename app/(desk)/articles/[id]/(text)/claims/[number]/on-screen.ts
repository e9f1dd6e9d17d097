/** Marks the panel with the id of its claim. */
export const ON_SCREEN = 'data-panel-claim'

/** The id of the claim whose panel is on the screen now; a key press acts on that claim. */
export const claimOnScreen = (): string | undefined =>
  document.querySelector(`[${ON_SCREEN}]`)?.getAttribute(ON_SCREEN) ?? undefined
