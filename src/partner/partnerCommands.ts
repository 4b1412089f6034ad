import { toGlobalId } from '../lib/globalId.js'
import { createPartner, listAllPartners, type Partner, updatePartner } from '../modules/partners/index.js'
import { type Command, type CommandServices, getPartner, type Options } from './command.js'
import { successOf, UsageError } from './usageError.js'

/** create <name> */
export function create([name]: readonly string[], { requests, cost }: Options): Command {
  const input = {
    name: name!,
    requestsPerMinute: readNumber('requests', requests),
    costPerMinute: readNumber('cost', cost),
  }
  return async (services) => {
    const { partner } = successOf(await createPartner(services, input), 'CreatePartnerSuccess')
    return `${tell(partner)}\nIt needs a key: npm run partner -- key create "${partner.name}"`
  }
}

/** list */
export function list(): Command {
  return async ({ db }) => {
    const partners = await listAllPartners(db)
    return partners.length === 0 ? 'There is no partner yet.' : partners.map(tell).join('\n')
  }
}

/** disable <partner> */
export function disable([partner]: readonly string[]): Command {
  return async (services) => `${(await setDisabled(services, partner!, true)).name} is disabled: its keys are refused.`
}

/** enable <partner> */
export function enable([partner]: readonly string[]): Command {
  return async (services) => `${(await setDisabled(services, partner!, false)).name} is not disabled any more.`
}

async function setDisabled(services: CommandServices, told: string, isDisabled: boolean): Promise<Partner> {
  const { id } = await getPartner(services, told)
  const outcome = await updatePartner(services, { partnerId: toGlobalId('Partner', id), isDisabled })
  return successOf(outcome, 'UpdatePartnerSuccess').partner
}

function tell({ id, name, requestsPerMinute, costPerMinute, disabledAt }: Partner): string {
  const state = disabledAt === null ? '' : `  disabled since ${disabledAt.toISOString()}`
  return `${toGlobalId('Partner', id)}  ${name}  ${requestsPerMinute} requests and a cost of ${costPerMinute} a minute${state}`
}

/** A number that may be left out. */
export function readNumber(option: string, value: string | undefined): number | null {
  if (value === undefined) return null
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${option} is "${value}". Set it to a whole number.`)
  return Number(value)
}
