import { describe, expect, it } from 'vitest'
import { demoMovies } from '../../src/seed/demo.js'
import { cleanMovies, type MovieRow, readMovies } from '../../src/seed/readMovies.js'

const row: MovieRow = {
  title: 'Test',
  runningMinutes: 100,
  releaseDate: 'Nov 02 2001',
  mpaaRating: 'PG-13',
  genre: 'Drama',
  director: 'Somebody',
  imdbRating: 7.1,
  imdbVotes: 5000,
}

describe('a title', () => {
  it.each([
    [300, '300'],
    ["Le Fabuleux destin d'AmÈlie Poulain", "Le Fabuleux destin d'Amélie Poulain"],
    ['DÈj‡ Vu', 'Déjà Vu'],
    ['MoliËre', 'Molière'],
    ['King Kong (1933)', 'King Kong'],
    ['Fantasia 2000 (IMAX)', 'Fantasia 2000'],
    ['Precious (Based on the Novel Push by Sapphire)', 'Precious (Based on the Novel Push by Sapphire)'],
  ])('%s becomes %s', (title, expected) => {
    expect(cleanMovies([{ ...row, title }])[0]?.title).toBe(expected)
  })

  it.each([null, '', ' '])('%j leaves the movie out', (title) => {
    expect(cleanMovies([{ ...row, title }])).toEqual([])
  })
})

describe('a release date', () => {
  it.each([
    ['Nov 02 2001', '2001-11-02'],
    ['Dec 15 2039', '1939-12-15'],
    ['Apr 07 2033', '1933-04-07'],
    ['TBD', null],
    [null, null],
  ])('%s becomes %s', (releaseDate, expected) => {
    expect(cleanMovies([{ ...row, releaseDate }])[0]?.releaseDate).toBe(expected)
  })
})

describe('a running time', () => {
  it.each([null, 0, 5, 1000])('of %j leaves the movie out', (runningMinutes) => {
    expect(cleanMovies([{ ...row, runningMinutes }])).toEqual([])
  })
})

describe('figures', () => {
  it('drops a score that hardly anybody gave', () => {
    expect(cleanMovies([{ ...row, imdbVotes: 84 }])[0]).toMatchObject({ imdbRating: null, votes: 0 })
  })

  it('takes "Not Rated" for no rating', () => {
    expect(cleanMovies([{ ...row, mpaaRating: 'Not Rated' }])[0]?.rating).toBeNull()
  })
})

describe('twins', () => {
  it('keeps the better known of two entries of one title and year, and both of different years', () => {
    const movies = cleanMovies([
      row,
      { ...row, title: 'TEST', imdbVotes: 9000 },
      { ...row, releaseDate: 'Nov 02 1961' },
    ])
    expect(movies.map(({ title, votes }) => [title, votes])).toEqual([
      ['TEST', 9000],
      ['Test', 5000],
    ])
  })
})

describe('the list', () => {
  it('has 1,204 movies, none of them twice, all of years in which movies were shown', async () => {
    const movies = await readMovies()
    expect(movies.length).toBe(1204)
    expect(new Set(movies.map(({ title, releaseDate }) => `${title}|${releaseDate}`)).size).toBe(1204)
    const years = movies.map(({ releaseDate }) => Number(releaseDate?.slice(0, 4)))
    expect([Math.min(...years), Math.max(...years)]).toEqual([1933, 2010])
    expect(movies.filter(({ title, director }) => /[ÈË‡]/.test(`${title}${director}`))).toEqual([])
  })

  it('gives the demo 55 good movies of all genres', async () => {
    const movies = demoMovies(await readMovies())
    expect(movies.length).toBe(55)
    expect(new Set(movies.map(({ genre }) => genre)).size).toBe(12)
    expect(movies.filter(({ imdbRating }) => imdbRating === null || imdbRating < 7)).toEqual([])
    expect(movies.filter(({ title }) => title.startsWith('The Lord of the Rings')).length).toBe(1)
  })
})
