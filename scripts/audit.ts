import { spawnSync } from 'node:child_process'

// Fails where npm knows of a vulnerability, high or critical, in what runs in production. A registry that cannot say is no failure.

interface Audit {
  readonly message?: string
  readonly metadata?: { readonly vulnerabilities: { readonly high: number; readonly critical: number } }
}

const AUDIT = ['audit', '--omit=dev', '--audit-level=high']
const ONCE = ['--fetch-retries=0', '--fetch-timeout=10000']

/** What npm found, null where it says nothing that can be read. */
function readAudit(text: string): Audit | null {
  try {
    return JSON.parse(text) as Audit
  } catch {
    return null
  }
}

const { stdout, stderr } = spawnSync('npm', [...AUDIT, ...ONCE, '--json'], { encoding: 'utf8' })
const audit = readAudit(stdout)
if (audit?.metadata === undefined) {
  console.warn(
    `The registry cannot be asked for vulnerabilities: ${audit?.message ?? (stderr.trim() || 'npm says nothing')}`,
  )
} else {
  const { high, critical } = audit.metadata.vulnerabilities
  console.log(`npm audit: ${critical} critical and ${high} high vulnerabilities in what runs in production.`)
  if (high + critical > 0) {
    console.error(`Run \`npm ${AUDIT.join(' ')}\` for the list, and \`npm audit fix\`, or a later version, against it.`)
    process.exitCode = 1
  }
}
