import { readFileSync } from 'node:fs'

/** Loads a file of tests/cases as JSON of the given shape. */
export function loadCase<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as Shape
}

/** Builds the long inputs of their file: each is a repeated unit, with text before or after it. */
export function longInputs(): { name: string; text: string }[] {
  type Recipe = { name: string; unit: string; length: number; before?: string; then?: string }
  return loadCase<{ inputs: Recipe[] }>('C68_redos').inputs.map((recipe) => ({
    name: recipe.name,
    text:
      (recipe.before ?? '') +
      recipe.unit.repeat(Math.ceil(recipe.length / recipe.unit.length)).slice(0, recipe.length) +
      (recipe.then ?? ''),
  }))
}
