import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const SCRIPT = 'for name; do command -v "$name" && exit; done; exit 1'

/** The path of the first of these commands that is on PATH, or null. */
export async function findOnPath(names: readonly string[]): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('/bin/sh', ['-c', SCRIPT, 'sh', ...names])
    return stdout.trim()
  } catch {
    return null
  }
}
