import type { ServerResponse } from 'node:http'
import { respond } from './respond.js'

/** A small page for a browser. */
export interface Page {
  readonly title: string
  readonly text: string
  /** What can be answered: the values of a field `decision` and the words on its buttons. */
  readonly buttons?: Readonly<Record<string, string>>
}

const HEADERS = [
  ['content-type', 'text/html; charset=utf-8'],
  ['cache-control', 'no-store'],
  [
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  ],
].flat()

/** Sends a page. */
export function respondWithPage(response: ServerResponse, status: number, page: Page): void {
  respond(response, { status, headers: HEADERS, body: render(page) })
}

function render({ title, text, buttons = {} }: Page): string {
  const choices = Object.entries(buttons).map(
    ([value, words]) => `<button name="decision" value="${escapeHtml(value)}">${escapeHtml(words)}</button>`,
  )
  const form = choices.length === 0 ? '' : `<form method="post">${choices.join(' ')}</form>`
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>
  body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 30rem; margin: 4rem auto; padding: 0 1rem; color-scheme: light dark }
  button { font: inherit; padding: 0.5rem 1.5rem; margin-right: 0.5rem }
</style>
<main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${form}</main>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
