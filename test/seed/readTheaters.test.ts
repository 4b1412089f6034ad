import { describe, expect, it } from 'vitest'
import { demoTheaters } from '../../src/seed/demo.js'
import { readableAddress, readableName } from '../../src/seed/frenchNames.js'
import { parseTheaters, readTheaters } from '../../src/seed/readTheaters.js'
import { screensOf } from '../../src/seed/screensOf.js'
import { splitSeats } from '../../src/seed/splitSeats.js'

const HEADER =
  'cncId,name,address,inseeCode,commune,departement,screens,seats,owner,artHouse,multiplex,latitude,longitude'

describe('names', () => {
  it.each([
    ['UGC ROTONDE', 'UGC Rotonde'],
    ['LE CINEMA DES CINEASTES', 'Le Cinéma des Cinéastes'],
    ['UGC  GOBELINS', 'UGC Gobelins'],
    ['L ALCAZAR', "L'Alcazar"],
    ["LE CIN'HOCHE", "Le Cin'Hoche"],
    ['CINEMA D ART ROMAIN ROLLAND', "Cinéma d'Art Romain Rolland"],
    ['M J C', 'MJC'],
    ['MK2 A&E', 'MK2 A&E'],
    ['LA ROTONDE A', 'La Rotonde'],
    ['0SALLE GEORGES BRASSENS', 'Salle Georges Brassens'],
    ['! POC ! SCENE ARTISTIQUE', 'POC Scène Artistique'],
    ['CINEMA LE GRENIER A SEL', 'Cinéma le Grenier à Sel'],
  ])('%s is %s', (capitals, expected) => {
    expect(readableName(capitals)).toBe(expected)
  })
})

describe('addresses', () => {
  it.each([
    ['103 BD DU MONTPARNASSE', '103 boulevard du Montparnasse'],
    ['16 18 RUE D ODESSA', "16-18 rue d'Odessa"],
    ['132 -140 BOULEVARD DE CLICHY', '132-140 boulevard de Clichy'],
    ['96, 98 RUE ST DENIS', '96-98 rue Saint Denis'],
    ['1, PLACE DU COEUR BATTANT', '1 place du Cœur Battant'],
    ['7BIS RUE DE LA MAIRIE', '7 bis rue de la Mairie'],
    ['2 RUE DE L ECOLE', "2 rue de l'École"],
    ['PLACE DU 8 MAI 1945', 'Place du 8 mai 1945'],
    ['1 AV. DE LA SOURCE DE LA BIEVRE', '1 avenue de la Source de la Bièvre'],
  ])('%s is %s', (capitals, expected) => {
    expect(readableAddress(capitals)).toBe(expected)
  })
})

describe('flaws of the list', () => {
  const parse = (...lines: string[]) => parseTheaters([HEADER, ...lines].join('\n'))

  it('gives an arrondissement to the city Paris, and its postal code to the address', () => {
    expect(
      parse('1,UGC ODEON,124 BD ST GERMAIN,75106,Paris 6e Arrondissement,75,5,641,UGC,false,false,48.85,2.34'),
    ).toEqual([
      {
        cncId: '1',
        name: 'UGC Odéon',
        address: '124 boulevard Saint Germain, 75006 Paris',
        city: 'Paris',
        latitude: 48.85,
        longitude: 2.34,
        screenCount: 5,
        seatCount: 641,
        isMultiplex: false,
      },
    ])
  })

  it('tells theaters of one name apart by their places', () => {
    const theaters = parse(
      '1,PATHE,1 RUE A,75102,Paris 2e Arrondissement,75,6,1138,,false,false,,',
      '2,PATHE,1 RUE B,75119,Paris 19e Arrondissement,75,16,2901,,false,true,,',
      '3,PATHE,1 RUE C,91377,Massy,91,9,1894,,false,true,,',
    )
    expect(theaters.map(({ name }) => name)).toEqual(['Pathé Paris 2e', 'Pathé Paris 19e', 'Pathé Massy'])
    expect(theaters[0]).toMatchObject({ latitude: null, longitude: null })
  })

  it('leaves out a theater without seats, and never has more screens than seats', () => {
    const theaters = parse(
      '1,EMPTY,1 RUE A,91377,Massy,91,3,0,,false,false,,',
      '2,TINY,1 RUE B,91377,Massy,91,3,2,,false,false,,',
      '3,UNKNOWN,1 RUE C,91377,Massy,91,,50,,false,false,,',
    )
    expect(theaters.map(({ name, screenCount }) => [name, screenCount])).toEqual([
      ['Tiny', 2],
      ['Unknown', 1],
    ])
  })

  it('refuses a list of another shape', () => {
    expect(() => parseTheaters('id,nom\n1,UGC')).toThrow('lacks the columns cncId, name')
  })
})

describe('the list', () => {
  it('has 311 theaters, no two of one name in a city, and all of their screens and seats', async () => {
    const theaters = await readTheaters()
    expect(theaters.length).toBe(311)
    expect(new Set(theaters.map(({ name, city }) => `${name}|${city}`)).size).toBe(311)
    const screens = theaters.flatMap(screensOf)
    expect(screens.length).toBe(1195)
    expect(screens.reduce((sum, { seatCount }) => sum + seatCount, 0)).toBe(230_978)
    expect(theaters.filter(({ name }) => name === name.toUpperCase()).map(({ name }) => name)).toEqual(['MK2 A&E'])
  })

  it('gives the demo 15 theaters in 5 cities', async () => {
    const theaters = demoTheaters(await readTheaters())
    expect(theaters.length).toBe(15)
    expect(new Set(theaters.map(({ city }) => city))).toEqual(
      new Set(['Paris', 'Montreuil', 'Versailles', 'Vincennes', 'Saint-Denis']),
    )
  })
})

describe('seats split over screens', () => {
  it.each([
    [1, 1],
    [2, 2],
    [7, 5],
    [240, 2],
    [4274, 7],
    [3896, 27],
  ])('%i over %i add up, the biggest screen first, one at least each', (seatCount, screenCount) => {
    const split = splitSeats(seatCount, screenCount, 'key')
    expect(split.length).toBe(screenCount)
    expect(split.reduce((sum, seats) => sum + seats, 0)).toBe(seatCount)
    expect([...split].sort((a, b) => b - a)).toEqual(split)
    expect(Math.min(...split)).toBeGreaterThanOrEqual(1)
    expect(splitSeats(seatCount, screenCount, 'key')).toEqual(split)
  })
})
