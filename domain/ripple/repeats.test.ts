import { describe, expect, it } from 'vitest'
import { sentencesToStore } from '@/domain/sentence/rules'
import { blocksOf } from '@/text/blocks'
import { repeatsOf } from './repeats'

type Case = { text: string; quote: string; right: string; claims?: string[]; language?: string }

function repeatsIn({ text, quote, right, claims = [], language = 'en' }: Case) {
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const standing = claims.map((words, index) => ({ ...spanOf(words), claimId: String(index), quote: words }))
  const wrong = { quote, right, language, at: [spanOf(quote)] }
  return repeatsOf(sentencesToStore(text, blocksOf(text), language), standing, wrong).map((one) => one.quote)
}

describe('other places of a text that repeat an error', () => {
  it.each<[string, Case, string[]]>([
    [
      'say the same in other words',
      {
        text: 'The mayor opened the new bridge in May. Nobody came.\n\nIn May the mayor opened the bridge, at last.',
        quote: 'The mayor opened the new bridge in May',
        right: 'The minister opened it.',
      },
      ['In May the mayor opened the bridge, at last.'],
    ],
    [
      'have the figure that is taken out, whatever else they say',
      {
        text: 'The ferry carried 214 people. The licence allows for 150.\n\nAll 214 were saved.',
        quote: 'The ferry carried 214 people',
        right: 'The ferry carried 124 people',
      },
      ['All 214 were saved.'],
    ],
    [
      'have it in other digits',
      {
        text: 'حملت العبّارة ٢١٤ راكبًا يوم الثلاثاء. ولم يُصب أحد.\n\nونجا الركاب وعددهم 214.',
        quote: 'حملت العبّارة ٢١٤ راكبًا',
        right: 'حملت العبّارة ١٢٤ راكبًا',
        language: 'ar',
      },
      ['ونجا الركاب وعددهم 214.'],
    ],
    [
      'are none where only a figure stands that stays',
      {
        text: 'In 1998 the plant had 500 workers. The mayor was elected in 1998.',
        quote: 'In 1998 the plant had 500 workers',
        right: 'In 1998 the plant had 300 workers',
      },
      [],
    ],
    [
      'have it in words',
      {
        text: 'The fire killed 15 people. It rained. Fifteen coffins stood in the hall.',
        quote: 'The fire killed 15 people',
        right: 'The fire killed 16 people',
      },
      ['Fifteen coffins stood in the hall.'],
    ],
    [
      'have it written out',
      {
        text: 'The harbour cost 1.5 million euros. It rained. The town borrowed 1,500,000 euros.',
        quote: 'The harbour cost 1.5 million euros',
        right: 'The harbour cost 2.5 million euros',
      },
      ['The town borrowed 1,500,000 euros.'],
    ],
    [
      'have it in Arabic words',
      {
        text: 'أودى الحريق بحياة خمسة عشر شخصا. هطل المطر. ووقفت 15 سيارة إسعاف هناك.',
        quote: 'أودى الحريق بحياة خمسة عشر شخصا',
        right: 'أودى الحريق بحياة ستة عشر شخصا',
        language: 'ar',
      },
      ['ووقفت 15 سيارة إسعاف هناك.'],
    ],
    [
      'have the day of a date',
      {
        text: 'The treaty was signed on 12 May 1998. It rained. By 1998 the border was open.',
        quote: 'The treaty was signed on 12 May 1998',
        right: 'The treaty was signed on 12 May 1989',
      },
      ['By 1998 the border was open.'],
    ],
    [
      'are none where the same figure is written otherwise and stays',
      {
        text: 'The plant had twenty machines and 500 workers. A lorry brought 20 boxes.',
        quote: 'The plant had twenty machines and 500 workers',
        right: 'The plant had 20 machines and 300 workers',
      },
      [],
    ],
    [
      'need a word beside a figure of one digit',
      {
        text: 'The fire killed 5 people. Channel 5 was there. The 5 people lived upstairs.',
        quote: 'The fire killed 5 people',
        right: 'The fire killed 6 people',
      },
      ['The 5 people lived upstairs.'],
    ],
    [
      'are the claims on them',
      {
        text: 'The ferry carried 214 people. It sank.\n\nThe owner said that 214 people were aboard and left.',
        quote: 'The ferry carried 214 people',
        right: '124',
        claims: ['The ferry carried 214 people', '214 people were aboard'],
      },
      ['214 people were aboard'],
    ],
    [
      'are none where the right figure stands already',
      {
        text: 'The ferry carried 214 people. It sank. As we wrote later, the ferry carried 124 people.',
        quote: 'The ferry carried 214 people',
        right: 'The ferry carried 124 people',
      },
      [],
    ],
    [
      'are none where the right name stands already',
      {
        text: 'افتتح الوزير سالم الجسر الجديد في مايو. ثم غادر.\n\nافتتح الوزير كريم الجسر الجديد في مايو.',
        quote: 'افتتح الوزير سالم الجسر الجديد في مايو',
        right: 'افتتح الوزير كريم الجسر الجديد في مايو',
        language: 'ar',
      },
      [],
    ],
    [
      'are none where the denial stands already',
      {
        text: 'The board approved the plan for the harbour. Rain fell. The board did not approve the plan for the harbour.',
        quote: 'The board approved the plan for the harbour',
        right: 'The board did not approve the plan for the harbour',
      },
      [],
    ],
    [
      'are none where the right date stands already',
      {
        text: 'Die Brücke wurde im Mai 1998 eröffnet. Es regnete. Die Brücke wurde im Mai 1989 eröffnet, heißt es nun.',
        quote: 'Die Brücke wurde im Mai 1998 eröffnet',
        right: 'Die Brücke wurde im Mai 1989 eröffnet',
        language: 'de',
      },
      [],
    ],
    [
      'are none where the right currency stands already',
      {
        text: 'La mairie a payé 300 $ pour le pont. Il pleut. La mairie a payé 300 € pour le pont.',
        quote: 'La mairie a payé 300 $ pour le pont',
        right: 'La mairie a payé 300 € pour le pont',
        language: 'fr',
      },
      [],
    ],
    [
      'say what is wrong with another sign than the right one',
      {
        text: 'Sales of the mill grew by 4 percent in May. Rain fell.\n\nIn May sales of the mill grew by 4 percent, it said.',
        quote: 'Sales of the mill grew by 4 percent in May',
        right: 'Sales of the mill grew by -4 percent in May',
      },
      ['In May sales of the mill grew by 4 percent, it said.'],
    ],
    [
      'are none for words of whose error nothing is known',
      {
        text: 'The ferry carried 214 people. All 214 slept.',
        quote: 'The ferry carried 214 people',
        right: '',
      },
      [],
    ],
  ])('%s', (_, given, repeats) => {
    expect(repeatsIn(given)).toEqual(repeats)
  })
})
