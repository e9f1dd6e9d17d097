import { clsx, type ClassValue } from 'clsx'
import { twMerge } from 'tailwind-merge'

/** Joins class names. Later Tailwind utilities replace earlier ones. */
export const cx = (...classes: ClassValue[]) => twMerge(clsx(classes))
