/** The fewest letters that must remain when a particle is removed from a word. */
const MIN_LEFT = 2
/** Words that look like a particle joined to a listed word, and are not. */
const WHOLE = new Set(['لست', 'الاثنين', 'والي', 'بعد', 'وعد', 'كان', 'وكان', 'فكان', 'والد'])

/**
 * The forms of a folded Arabic word: first as it stands, then without its attached parts, which are و ف, then ب ل ك,
 * then ال, and a pronoun at its end.
 */
export function withoutAttached(word: string): string[] {
  if (WHOLE.has(word)) return [word]
  const forms = [word]
  const add = (form: string) => {
    if (form.length >= MIN_LEFT && !forms.includes(form)) forms.push(form)
  }
  if (/^[وف]/.test(word)) add(word.slice(1))
  for (const form of [...forms]) {
    if (form.startsWith('لل')) add(`ال${form.slice(2)}`)
    else if (/^[بلك]/.test(form) && form.length > 3) add(form.slice(1))
  }
  for (const form of [...forms]) if (form.startsWith('ال') && form.length > 4) add(form.slice(2))
  for (const form of [...forms]) {
    const ending = /(?:هما|ها|هم)$/.exec(form)?.[0] ?? ''
    if (ending !== '' && form.length - ending.length >= 3) add(form.slice(0, -ending.length))
  }
  return forms
}

const PAST_OBJECTS = ['', 'ه', 'ها', 'هم']

/** The third-person forms of an Arabic verb, given as past and present (`أعلن`, `يعلن`); the present may be empty. */
export function verbForms(past: string, present: string): string[] {
  const forms: string[] = []
  const weak = /[ىا]$/.test(past) && past.length > 2
  const base = weak ? past.slice(0, -1) : past
  for (const object of PAST_OBJECTS) {
    forms.push(object === '' ? past : `${weak ? `${base}ا` : base}${object}`)
    forms.push(`${base}ت${object}`, `${base}وا${object}`, `${base}و${object}`)
  }
  forms.push(weak ? `${base}يا` : `${base}ا`, `${base}تا`)
  if (present === '') return forms
  const stem = present.slice(1)
  const bare = /[يىو]$/.test(stem) ? stem.slice(0, -1) : stem
  for (const person of ['ي', 'ت']) {
    for (const object of PAST_OBJECTS) forms.push(`${person}${stem}${object}`)
    forms.push(`${person}${bare}ون`, `${person}${bare}وا`, `${person}${stem}ان`, `${person}${stem}ن`)
  }
  return forms
}
