'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { DropdownMenu } from 'radix-ui'
import { Check } from 'lucide-react'

type Props = { trigger: ReactNode; children: ReactNode; align?: 'start' | 'center' | 'end' }

/** A menu below its trigger, which must be a single button. */
export function Menu({ trigger, children, align = 'end' }: Props) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu-content" align={align} sideOffset={4}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

export function MenuItem({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  return (
    <DropdownMenu.Item className="menu-item" onSelect={onSelect}>
      {children}
    </DropdownMenu.Item>
  )
}

type LinkProps = {
  href: string
  /** The address is a file, which the browser saves. */
  file?: boolean
  children: ReactNode
}

/** A link to another page or to a file. */
export function MenuLink({ href, file = false, children }: LinkProps) {
  return (
    <DropdownMenu.Item asChild className="menu-item">
      {file ? (
        <a href={href} download>
          {children}
        </a>
      ) : (
        <Link href={href} prefetch={false}>
          {children}
        </Link>
      )}
    </DropdownMenu.Item>
  )
}

type CheckItemProps = {
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  disabled?: boolean
  children: ReactNode
}

/** Stays open after a press, because people often change several items. */
export function MenuCheckItem({ checked, onCheckedChange, disabled, children }: CheckItemProps) {
  return (
    <DropdownMenu.CheckboxItem
      className="menu-item"
      checked={checked}
      disabled={disabled}
      onCheckedChange={onCheckedChange}
      onSelect={(event) => event.preventDefault()}
    >
      <span className="inline-flex size-4">{checked && <Check aria-hidden className="size-4" />}</span>
      {children}
    </DropdownMenu.CheckboxItem>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="field-label px-3 py-1">{children}</DropdownMenu.Label>
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="my-1 border-t border-line" />
}
