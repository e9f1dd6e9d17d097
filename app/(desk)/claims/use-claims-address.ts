import { useListAddress } from '@/components/table/use-list-address'
import { claimList } from '@/domain/claim/list'

export const useClaimsAddress = () => useListAddress(claimList, '/claims')
