import QRCode from 'qrcode'

/** Up to 15 % of the modules may be unreadable: a fold, a thumb, a reflection. */
const OPTIONS = { errorCorrectionLevel: 'M' } as const
const PNG_PIXELS_PER_MODULE = 8

export interface QrMatrix {
  /** How many modules wide and high, without the quiet zone. */
  readonly size: number
  isDark(row: number, column: number): boolean
}

export async function toQrSvg(code: string): Promise<string> {
  return QRCode.toString(code, { ...OPTIONS, type: 'svg' })
}

export async function toQrPng(code: string): Promise<Buffer> {
  return QRCode.toBuffer(code, { ...OPTIONS, scale: PNG_PIXELS_PER_MODULE })
}

/** The modules themselves, for whoever draws them. */
export function toQrMatrix(code: string): QrMatrix {
  const { modules } = QRCode.create(code, OPTIONS)
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 }
}
