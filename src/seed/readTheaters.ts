import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { readableAddress, readableName } from './frenchNames.js'

const FILE = new URL('../../prisma/seed/data/theaters-ile-de-france.csv', import.meta.url)
const COLUMNS = [
  'cncId',
  'name',
  'address',
  'inseeCode',
  'commune',
  'screens',
  'seats',
  'multiplex',
  'latitude',
  'longitude',
]

/** A cinema of the list. Its name and city together name no other. */
export interface SeedTheater {
  /** Its number at the CNC. */
  readonly cncId: string
  readonly name: string
  readonly address: string
  readonly city: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly screenCount: number
  readonly seatCount: number
  readonly isMultiplex: boolean
}

type Row = Record<string, string>

/** The cinemas that have seats, from the list of the CNC, with its flaws mended. */
export async function readTheaters(): Promise<SeedTheater[]> {
  return parseTheaters(await readFile(FILE, 'utf8'))
}

/** @throws {Error} when a column is missing: the edition is of another shape. */
export function parseTheaters(csv: string): SeedTheater[] {
  const rows = parse<Row>(csv, { columns: true, bom: true, trim: true, skip_empty_lines: true })
  const missing = COLUMNS.filter((column) => rows[0] !== undefined && !(column in rows[0]))
  if (missing.length > 0) throw new Error(`The list of theaters lacks the columns ${missing.join(', ')}.`)
  const shared = repeatedNames(rows)
  return withoutTwins(rows.map((row) => toTheater(row, shared)).filter(({ seatCount }) => seatCount > 0))
}

function toTheater(row: Row, shared: ReadonlySet<string>): SeedTheater {
  const place = readPlace(row.commune!)
  const name = readableName(row.name!)
  const seatCount = toCount(row.seats!)
  return {
    cncId: row.cncId!,
    // Nine are called PATHE and one CINEMA: the place tells which.
    name: shared.has(row.name!) || BARE_NAMES.has(row.name!) ? `${name} ${place.detail}` : name,
    address: `${readableAddress(row.address!)}, ${postalLine(row.inseeCode!, place.city)}`,
    city: place.city,
    latitude: toDegrees(row.latitude!),
    longitude: toDegrees(row.longitude!),
    // A screen has a seat at least; a cinema with seats has a screen.
    screenCount: Math.max(1, Math.min(toCount(row.screens!), seatCount)),
    seatCount,
    isMultiplex: row.multiplex === 'true',
  }
}

/** Names that say nothing without their place, though no other cinema of the list has the same. */
const BARE_NAMES = new Set([
  'C 2 L',
  'CENTRE CULTUREL',
  'CENTRE DES ARTS',
  'CINEMA',
  'ESPACE CULTUREL',
  'GAUMONT',
  'LE CINEMA',
  'M J C',
  'STUDIO',
])

function repeatedNames(rows: readonly Row[]): Set<string> {
  const names = rows.map((row) => row.name!)
  return new Set(names.filter((name, index) => names.indexOf(name) !== index))
}

/** `Paris 6e Arrondissement` is in the city Paris; `L' Isle-Adam` is spaced wrongly, `PLAISIR` in capitals. */
function readPlace(commune: string): { city: string; detail: string } {
  const arrondissement = /^Paris (\d+(?:er|e)) Arrondissement$/.exec(commune)
  if (arrondissement !== null) return { city: 'Paris', detail: `Paris ${arrondissement[1]}` }
  const city = commune === commune.toUpperCase() ? readableName(commune) : commune.replace("L' ", "L'")
  return { city, detail: city }
}

/** The list has no postal codes; those of Paris follow from the INSEE code: 75106 is 75006. */
function postalLine(inseeCode: string, city: string): string {
  return inseeCode.startsWith('751') ? `75${inseeCode.slice(2).replace('1', '0')} ${city}` : city
}

function withoutTwins(theaters: readonly SeedTheater[]): SeedTheater[] {
  return [...new Map(theaters.map((theater) => [`${theater.name}|${theater.city}`, theater])).values()]
}

function toCount(text: string): number {
  const count = Number.parseInt(text, 10)
  return Number.isFinite(count) ? Math.max(0, count) : 0
}

function toDegrees(text: string): number | null {
  return text === '' || !Number.isFinite(Number(text)) ? null : Number(text)
}
