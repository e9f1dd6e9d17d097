'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { LanguageSelect } from '@/components/form/language-select'
import { FileInput } from '@/components/import/file-input'
import { useFileDrop } from '@/components/import/use-file-drop'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import type { NamedLanguage } from '@/text/language-names'
import { FileLine } from './file-line'
import { count } from './queue'
import { useQueue } from './use-queue'
import '../bring-in.css'

/** Imports many files, one after the other. Each becomes an article. */
export function BulkImport({ languages }: { languages: readonly NamedLanguage[] }) {
  const t = useTranslations('importing.bulk')
  const queue = useQueue()
  const [defaults, setDefaults] = useState({ language: '', desk: '' })
  const { items, run } = queue
  const running = run !== 'resting'
  const drop = useFileDrop(queue.add)
  const waiting = count(items, 'waiting')
  const failed = count(items, 'failed')
  const asking = items.filter((item) => item.state.at === 'asking')
  const done = count(items, 'done') + failed
  return (
    <div className="grid gap-5" {...drop}>
      <EarlyForm
        className="bring-in"
        onSubmit={(event) => {
          event.preventDefault()
          void queue.start(defaults)
        }}
      >
        <Field label={t('files')} hint={t('filesHint')}>
          <FileInput multiple onFiles={queue.add} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('language')}>
            <LanguageSelect
              languages={languages}
              value={defaults.language}
              onChange={(language) => setDefaults({ ...defaults, language })}
            />
          </Field>
          <Field label={t('desk')}>
            <Input
              dir="auto"
              maxLength={80}
              value={defaults.desk}
              onChange={(event) => setDefaults({ ...defaults, desk: event.target.value })}
            />
          </Field>
        </div>
        <div className="flex flex-wrap gap-2">
          {running ? (
            <Button busy={run === 'stopping'} onClick={queue.stop}>
              {run === 'stopping' ? t('stopping') : t('stop')}
            </Button>
          ) : (
            <Button type="submit" variant="primary" disabled={waiting === 0}>
              {done > 0 && waiting > 0 ? t('goOn', { count: waiting }) : t('begin', { count: waiting })}
            </Button>
          )}
          {!running && asking.length > 1 && (
            <Button onClick={() => void queue.accept(asking, defaults)}>
              {t('acceptAll', { count: asking.length })}
            </Button>
          )}
          {!running && failed > 1 && (
            <Button onClick={() => void queue.againAll(defaults)}>{t('againAll', { count: failed })}</Button>
          )}
          {!running && items.length > 0 && (
            <Button variant="ghost" onClick={queue.clear}>
              {t('clear')}
            </Button>
          )}
        </div>
      </EarlyForm>
      {items.length > 0 && (
        <section className="grid gap-2" aria-labelledby="bulk-results">
          <h2 id="bulk-results" className="text-lg font-semibold">
            {t('results')}
          </h2>
          <progress aria-labelledby="bulk-progress" max={items.length} value={done} />
          <p id="bulk-progress" role="status" className="text-sm">
            {t('progress', { done, total: items.length })}
            {asking.length > 0 && (
              <span className="font-medium"> · {t('askingCount', { count: asking.length })}</span>
            )}
            {failed > 0 && <span className="font-medium"> · {t('failed', { count: failed })}</span>}
          </p>
          <ul>
            {items.map((item) => (
              <FileLine
                key={item.key}
                item={item}
                locked={running}
                onAgain={() => void queue.again(item, defaults)}
                onAccept={() => void queue.accept([item], defaults)}
                onReadAs={(encoding) => void queue.readAs(item, encoding)}
                onRemove={() => queue.remove(item.key)}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
