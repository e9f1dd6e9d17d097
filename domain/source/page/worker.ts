import { naming } from '@/domain/article/incoming/worker'
import type { Fetched } from '@/importing/fetched'
import { factsOfPage, type PageFacts } from '@/importing/page-facts'

export const readPageFacts = (page: Fetched): Promise<PageFacts> => naming('url', () => factsOfPage(page))
