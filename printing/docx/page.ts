import { Footer, Header, PageNumber, TextRun } from 'docx'
import { said, type Outline } from '../outline/shape'
import { joined, paragraph } from './paragraphs'
import { markRun, runsOf } from './text'

/** The head of every page: the report's number and digest, and a mark if the report is interim. */
export function pageHead({ direction, runningHead, standing }: Outline): Header {
  const mark = standing.kind === 'interim' ? [said(standing.heading)] : []
  return new Header({
    children: [
      joined('PageHead', direction, [...mark, said(runningHead, standing.kind === 'preview' ? null : 'en')]),
    ],
  })
}

/** The page number and the total, from left to right like all numbers. */
export function pageFoot({ direction, page }: Outline): Footer {
  const numbers = new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })
  return new Footer({
    children: [
      paragraph('PageFoot', direction, [
        ...runsOf(said(`${page} `), direction),
        ...(direction === 'rtl' ? [markRun('ltr'), numbers, markRun('ltr')] : [numbers]),
      ]),
    ],
  })
}
