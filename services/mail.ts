import { settings } from './settings'

/** Whether the desk can send mail. Without a server for it, nothing is queued. */
export const mailIsSetUp = (): boolean => settings().mail !== undefined
