/** A point of a picture, in pixels. */
export type Point = readonly [x: number, y: number]

type Attributes = Readonly<Record<string, string | number>>

/** An element of SVG. */
export function tag(name: string, attributes: Attributes, content = ''): string {
  const text = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(String(value))}"`)
  return content === '' ? `<${name}${text.join('')}/>` : `<${name}${text.join('')}>${content}</${name}>`
}

export function writeText(text: string, [x, y]: Point, attributes: Attributes = {}): string {
  return tag('text', { x: round(x), y: round(y), ...attributes }, escapeText(text))
}

/** The d of a path through points. */
export function through(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
