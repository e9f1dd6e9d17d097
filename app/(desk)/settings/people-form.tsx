'use client'

import { useState, type ComponentProps } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction, type Action } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { Field, Input, Select } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import { ROLES, type Role } from '@/domain/user/policy'
import { PasswordLink } from './password-link'

type Person = { id: string; name: string; email: string; role: Role; active: boolean }
type NewPerson = { name: string; email: string; role: Role; password: string }

type Props = {
  people: Person[]
  add: Action<NewPerson, string>
  change: Action<{ id: string; role?: Role; active?: boolean }>
  makeLink: ComponentProps<typeof PasswordLink>['make']
}

const NOBODY: NewPerson = { name: '', email: '', role: 'checker', password: '' }

function Roles() {
  const t = useTranslations('common.role')
  return ROLES.map((role) => (
    <option key={role} value={role}>
      {t(role)}
    </option>
  ))
}

type LineProps = Pick<Props, 'makeLink'> & {
  person: Person
  update: (input: { id: string; role?: Role; active?: boolean }) => void
}

function PersonLine({ person, update, makeLink }: LineProps) {
  const t = useTranslations('settings')
  return (
    <li className="flex flex-wrap items-center gap-3 rounded border border-line bg-panel p-3">
      <span className="min-w-0 basis-full sm:flex-1 sm:basis-0">
        <bdi className="font-medium">{person.name}</bdi>{' '}
        <bdi className="text-sm break-words text-ink-muted">{person.email}</bdi>
        {!person.active && <strong className="ms-2 text-sm">{t('deactivated')}</strong>}
      </span>
      <Select
        className="w-auto"
        aria-label={t('roleOf', { name: person.name })}
        value={person.role}
        onChange={(event) => update({ id: person.id, role: event.target.value as Role })}
      >
        <Roles />
      </Select>
      {person.active && <PasswordLink person={person} make={makeLink} />}
      <Button
        size="sm"
        aria-label={t(person.active ? 'deactivateNamed' : 'activateNamed', { name: person.name })}
        onClick={() => update({ id: person.id, active: !person.active })}
      >
        {t(person.active ? 'deactivate' : 'activate')}
      </Button>
    </li>
  )
}

/** The people with access and their roles. Any change ends the person's sessions. */
export function PeopleForm({ people, add, change, makeLink }: Props) {
  const t = useTranslations('settings')
  const toast = useToast()
  const adding = useAction(add)
  const changing = useAction(change)
  const issue = useIssue(adding.failure)
  const [fields, setFields] = useState(NOBODY)
  const update = (input: { id: string; role?: Role; active?: boolean }) =>
    void changing.run(input).then((result) => result?.ok && toast({ title: t('personChanged') }))
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
          <PersonLine key={person.id} person={person} update={update} makeLink={makeLink} />
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
