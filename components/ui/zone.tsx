'use client'

import { createContext, use, type ReactNode } from 'react'

const Zone = createContext('')

/** The name of the newsroom's time zone. The server says it, because browsers call some zones otherwise. */
export const ZoneProvider = ({ name, children }: { name: string; children: ReactNode }) => (
  <Zone value={name}>{children}</Zone>
)

export const useZoneName = (): string => use(Zone)
