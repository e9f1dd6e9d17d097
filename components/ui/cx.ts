import { clsx, type ClassValue } from 'clsx'
import { twMerge } from 'tailwind-merge'

/** Class names in order, later Tailwind utilities winning over earlier ones. */
export const cx = (...classes: ClassValue[]) => twMerge(clsx(classes))
