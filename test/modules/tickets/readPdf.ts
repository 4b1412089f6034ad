import { inflateSync } from 'node:zlib'

/** A page of a PDF, as far as it is told by what is drawn on it. */
export interface PdfPage {
  /** All of its text in the order in which it is written. */
  readonly text: string
  /** How many rectangles it has. */
  readonly rectangles: number
}

/** Reads a PDF whose fonts are the standard ones in their Windows encoding, as ours are. */
export function readPdf(pdf: Buffer): PdfPage[] {
  if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('this is no PDF')
  return contentsOf(pdf).map((content) => ({
    text: [...content.matchAll(/\[(.*?)\] TJ/g)].map(([, parts]) => decode(parts!)).join('\n'),
    rectangles: content.match(/ re$/gm)?.length ?? 0,
  }))
}

function contentsOf(pdf: Buffer): string[] {
  const source = pdf.toString('latin1')
  const streams = [...source.matchAll(/\/Filter \/FlateDecode[^>]*>>\s*stream\n(.*?)\nendstream/gs)]
  return streams.map(([, data]) => inflateSync(Buffer.from(data!, 'latin1')).toString('latin1'))
}

/** What Windows-1252 has from 0x80 on, where Latin-1 has nothing. TextDecoder of Node 20 takes it for Latin-1. */
const FROM_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Strings as hex, with kerning between them. */
function decode(parts: string): string {
  const hex = [...parts.matchAll(/<([0-9a-f]*)>/g)].map(([, digits]) => digits).join('')
  const latin1 = Buffer.from(hex, 'hex').toString('latin1')
  return latin1.replace(/[\x80-\x9f]/g, (character) => FROM_80[character.charCodeAt(0) - 0x80]!)
}
