import { useListAddress } from '@/components/table/use-list-address'
import { correctionList } from '@/domain/correction/list'

export const DESK = '/corrections-desk'

export const useCorrectionsAddress = () => useListAddress(correctionList, DESK)
