'use client'

import { useRef, useState, type DragEvent } from 'react'
import './file-drop.css'

const bringsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/**
 * Lets people drop files on an element and everything in it. Dragged text is left to the browser.
 * @returns the props of that element
 */
export function useFileDrop(onFiles: (files: File[]) => void) {
  const inside = useRef(0)
  const [dropping, setDropping] = useState(false)
  const leave = () => {
    inside.current = 0
    setDropping(false)
  }
  return {
    'data-drop': dropping ? 'over' : '',
    onDragEnter: (event: DragEvent) => {
      if (!bringsFiles(event)) return
      inside.current += 1
      setDropping(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!bringsFiles(event)) return
      inside.current -= 1
      if (inside.current <= 0) leave()
    },
    onDragOver: (event: DragEvent) => {
      if (bringsFiles(event)) event.preventDefault()
    },
    onDrop: (event: DragEvent) => {
      if (!bringsFiles(event)) return
      event.preventDefault()
      leave()
      const files = [...event.dataTransfer.files]
      if (files.length > 0) onFiles(files)
    },
  }
}
