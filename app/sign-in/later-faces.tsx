'use client'

import { useEffect } from 'react'

/** Faces in which the desk sets articles, with a letter of each part of them. */
const FACES = ['400 1em Amiri', '700 1em Amiri', '400 1em "IBM Plex Sans Arabic"'] as const
const LETTERS = 'ا a'

/** Fetches the faces of articles while somebody signs in, because a face that comes late is left for the next page. */
export function LaterFaces() {
  useEffect(() => {
    for (const face of FACES) document.fonts.load(face, LETTERS).catch(() => undefined)
  }, [])
  return null
}
