'use server'

import { changeView, chooseStart, removeView, restoreView, saveView } from '@/domain/view/commands'
import { listViews } from '@/domain/view/queries'
import {
  changeViewSchema,
  chooseStartSchema,
  listViewsSchema,
  saveViewSchema,
  viewIdSchema,
} from '@/domain/view/schema'
import { formAction, readAction } from '@/app/server/action'

export const listViewsAction = readAction(listViewsSchema, listViews)
export const saveViewAction = formAction(saveViewSchema, saveView)
export const changeViewAction = formAction(changeViewSchema, changeView)
export const removeViewAction = formAction(viewIdSchema, removeView)
export const restoreViewAction = formAction(viewIdSchema, restoreView)
export const chooseStartAction = formAction(chooseStartSchema, chooseStart)
