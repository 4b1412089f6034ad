import type { Letter } from './letter.js'

/** What a mail has of a letter. */
export type Page = Omit<Letter, 'short'>

const INK = '#1d1b26'
const FADED = '#6b6778'
const ACCENT = '#8a1538'
/** A word that is longer than a phone is wide is broken, instead of making the whole mail wider. */
const BREAKS = 'word-break:break-word;overflow-wrap:anywhere'
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

/** A letter as a page for mail programs: tables and inline styles, which is what they all know; nothing is loaded from elsewhere. */
export function toHtml({ subject, heading, greeting, paragraphs, code, details, reason }: Page): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#f4f2ef;${FONT};color:${INK}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f2ef">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:12px;border-top:6px solid ${ACCENT}">
<tr><td style="padding:28px 28px 0;${FONT};font-size:13px;letter-spacing:2px;text-transform:uppercase;color:${ACCENT}">Marquee</td></tr>
<tr><td style="padding:8px 28px 0"><h1 style="margin:0;${FONT};font-size:24px;line-height:1.25;color:${INK}">${escapeHtml(heading)}</h1></td></tr>
<tr><td style="padding:16px 28px 0">${[greeting, ...paragraphs].map(toParagraph).join('\n')}</td></tr>
${code === null ? '' : toCode(code)}
<tr><td style="padding:8px 28px 28px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-top:1px solid #e6e2dd">
${details.map(toRow).join('\n')}
</table>
</td></tr>
</table>
<p style="margin:16px 0 0;${FONT};font-size:12px;line-height:1.5;color:${FADED}">${escapeHtml(reason)} Nobody reads answers to it.</p>
</td></tr>
</table>
</body>
</html>
`
}

/** A letter as plain text. */
export function toText({ heading, greeting, paragraphs, code, details }: Page): string {
  const width = Math.max(...details.map(({ label }) => label.length)) + 2
  const table = details.map(({ label, value }) => `${`${label}:`.padEnd(width)}${value}`).join('\n')
  const parts = [heading, greeting, ...paragraphs, ...(code === null ? [] : [`Code: ${code}`]), table, '-- \nMarquee']
  return `${parts.join('\n\n')}\n`
}

function toParagraph(text: string): string {
  return `<p style="margin:0 0 12px;${BREAKS};${FONT};font-size:16px;line-height:1.5;color:${INK}">${escapeHtml(text)}</p>`
}

function toCode(code: string): string {
  return `<tr><td align="center" style="padding:4px 28px 16px"><span style="display:inline-block;padding:12px 20px;border:2px dashed ${ACCENT};border-radius:8px;font-family:Menlo,Consolas,monospace;font-size:18px;word-break:break-all;color:${INK}">${escapeHtml(code)}</span></td></tr>`
}

function toRow({ label, value }: Letter['details'][number]): string {
  const cell = `padding:10px 0;border-bottom:1px solid #e6e2dd;${FONT};font-size:15px;line-height:1.4;vertical-align:top`
  return `<tr><td width="80" style="${cell};color:${FADED}">${escapeHtml(label)}</td><td style="${cell};${BREAKS};color:${INK};font-weight:600">${escapeHtml(value)}</td></tr>`
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replaceAll(/[&<>"']/g, (character) => entities[character]!)
}
