import { openData } from './desk/data'
import { sizeAsked } from './desk/options'

/** Fills an empty database with the articles and claims that `npm run bench` measures on; see README.md. */
const { close } = await openData(sizeAsked())
await close()
