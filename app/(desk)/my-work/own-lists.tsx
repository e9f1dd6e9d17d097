'use client'

import { Fragment, type ReactNode } from 'react'
import { BehindNotice } from '@/components/table/behind-notice'
import { useSteadyRows } from '@/components/table/use-steady-rows'
import { WorkSection } from './work-section'

type List = Omit<Parameters<typeof WorkSection>[0], 'items'>
type Item = { id: string; list: string; row: ReactNode }

type Props = {
  lists: List[]
  /** The items of all lists, each with an id of its own in each list. */
  items: Item[]
  /** What stands here when nothing waits. */
  nothing: ReactNode
}

/**
 * The lists of somebody's work. While others change it, each item stays where it is, with its newest values; those that
 * came, left or moved wait until the reader wants them.
 */
export function OwnLists({ lists, items, nothing }: Props) {
  const { rows, behind, catchUp } = useSteadyRows(items, '')
  if (rows.length === 0) return nothing
  const filled = lists.map((list) => ({ list, own: rows.filter((item) => item.list === list.id) }))
  // What waits comes before the lists where nothing does, so that the first of it stands high on a phone.
  const inOrder = [
    ...filled.filter(({ own }) => own.length > 0),
    ...filled.filter(({ own }) => own.length === 0),
  ]
  return (
    <>
      <BehindNotice {...{ behind, catchUp }} />
      {inOrder.map(({ list, own }) => (
        <WorkSection
          key={list.id}
          {...list}
          items={own.map(({ id, row }) => (
            <Fragment key={id}>{row}</Fragment>
          ))}
        />
      ))}
    </>
  )
}
