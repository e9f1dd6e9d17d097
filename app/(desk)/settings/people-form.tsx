'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { z } from 'zod'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { Field, Input, Select } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import { ROLES, type Role } from '@/domain/user/policy'
import type { listUsers } from '@/domain/user/queries'
import type { addUserSchema, changeUserSchema } from '@/domain/user/schema'
import { addUserAction, changeUserAction } from './actions'
import { PasswordLink } from './password-link'

type User = Awaited<ReturnType<typeof listUsers>>[number]
type Change = z.input<typeof changeUserSchema>

const NOBODY: z.input<typeof addUserSchema> = { name: '', email: '', role: 'checker', password: '' }

function Roles() {
  const t = useTranslations('common.role')
  return ROLES.map((role) => (
    <option key={role} value={role}>
      {t(role)}
    </option>
  ))
}

function PersonLine({ person, update }: { person: User; update: (change: Change) => void }) {
  const t = useTranslations('settings')
  const active = person.deactivatedAt === null
  return (
    <li className="flex flex-wrap items-center gap-3 rounded border border-line bg-panel p-3">
      <span className="min-w-0 basis-full sm:flex-1 sm:basis-0">
        <bdi className="font-medium">{person.name}</bdi>{' '}
        <bdi className="text-sm break-words text-ink-muted">{person.email}</bdi>
        {!active && <strong className="ms-2 text-sm">{t('deactivated')}</strong>}
      </span>
      <Select
        className="w-auto"
        aria-label={t('roleOf', { name: person.name })}
        value={person.role}
        onChange={(event) => update({ id: person.id, role: event.target.value as Role })}
      >
        <Roles />
      </Select>
      {active && <PasswordLink person={person} />}
      <Button
        size="sm"
        aria-label={t(active ? 'deactivateNamed' : 'activateNamed', { name: person.name })}
        onClick={() => update({ id: person.id, active: !active })}
      >
        {t(active ? 'deactivate' : 'activate')}
      </Button>
    </li>
  )
}

/** The people with access and their roles. Any change ends the person's sessions. */
export function PeopleForm({ people }: { people: User[] }) {
  const t = useTranslations('settings')
  const toast = useToast()
  const adding = useAction(addUserAction)
  const changing = useAction(changeUserAction)
  const issue = useIssue(adding.failure)
  const [fields, setFields] = useState(NOBODY)
  const update = (change: Change) =>
    void changing.run(change).then((result) => result?.ok && toast({ title: t('personChanged') }))
  const text = (field: 'name' | 'email' | 'password') => ({
    required: true,
    value: fields[field],
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [field]: event.target.value }),
  })
  return (
    <div className="grid gap-3">
      <p className="text-ink-muted">{t('accessHint')}</p>
      <FailureBanner failure={changing.failure} />
      <ul className="grid gap-2">
        {people.map((person) => (
          <PersonLine key={person.id} person={person} update={update} />
        ))}
      </ul>
      <EarlyForm
        className="grid gap-3 rounded border border-line bg-panel p-4"
        onSubmit={(event) => {
          event.preventDefault()
          void adding.run(fields).then((result) => {
            if (!result?.ok) return
            setFields(NOBODY)
            toast({ title: t('personAdded') })
          })
        }}
      >
        <h3 className="font-semibold">{t('addPerson')}</h3>
        <FailureBanner failure={adding.failure} fields={['name', 'email', 'password', 'role']} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t('name')} error={issue('name')}>
            <Input dir="auto" {...text('name')} />
          </Field>
          <Field label={t('email')} error={issue('email')}>
            <Input type="email" dir="ltr" autoComplete="off" {...text('email')} />
          </Field>
          <Field label={t('role')} error={issue('role')}>
            <Select
              value={fields.role}
              onChange={(event) => setFields({ ...fields, role: event.target.value as Role })}
            >
              <Roles />
            </Select>
          </Field>
          <Field label={t('initialPassword')} error={issue('password')}>
            <Input dir="ltr" autoComplete="off" {...text('password')} />
          </Field>
        </div>
        <div>
          <Button type="submit" busy={adding.busy}>
            {t('addPerson')}
          </Button>
        </div>
      </EarlyForm>
    </div>
  )
}
