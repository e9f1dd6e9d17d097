import { feedAnswer } from '../feed-answer'

export const GET = (request: Request): Promise<Response> => feedAnswer(request, 'rss')
