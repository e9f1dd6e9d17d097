import { useListAddress } from '@/components/table/use-list-address'
import { articleList } from '@/domain/article/list'

export const useArticlesAddress = () => useListAddress(articleList, '/articles')
