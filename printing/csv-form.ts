import type { Separator } from '@/domain/export/csv-form'

const SIGNS: Record<Separator, string> = { comma: ',', semicolon: ';', tab: '\t' }

export type CsvForm = { bom?: boolean; separator?: Separator }

/** The options of every CSV the desk writes: RFC 4180 but for the separator. A cell with a line break is quoted. */
export const csvOptions = ({ bom = true, separator = 'comma' }: CsvForm = {}) => ({
  bom,
  delimiter: SIGNS[separator],
  record_delimiter: '\r\n',
  quoted_match: /[\r\n]/,
})
