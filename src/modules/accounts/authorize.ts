import type { Role } from '../../generated/graphql.js'
import { forbidden, unauthenticated } from '../../lib/errors.js'
import type { Viewer } from './accessTokens.js'
import { type Appointments, actsForTheater, isForEveryAccount, rolesOf } from './roles.js'

/** Who asks, and how what they were appointed to is read: once for a request, and only where it matters. */
export interface Asking {
  readonly viewer: Viewer | null
  /** Whether it comes with the key of a partner. */
  readonly partner?: object | null
  readonly loaders: { readonly appointments: { load(accountId: string): Promise<Appointments> } }
}

/**
 * Lets through who has one of these roles. Where every account has, null says so at once: such fields are asked for most, and
 * pay for no promise.
 *
 * @throws UNAUTHENTICATED when nobody is signed in; rejects with FORBIDDEN when the viewer has none of the roles.
 */
export function authorize(asking: Asking, requires: readonly Role[]): Promise<void> | null {
  if (asking.viewer === null) throw unauthenticated()
  const isLetThrough = isForEveryAccount(requires) || (asking.partner != null && requires.includes('PARTNER'))
  return isLetThrough ? null : requireRole(asking, asking.viewer, requires)
}

/**
 * The viewer where a theater is for its staff alone: what @auth cannot know, as it takes the object to tell which theater that is.
 *
 * @throws FORBIDDEN when the viewer neither works there nor is an admin.
 */
export async function requireStaff(asking: Asking, theaterId: number): Promise<Viewer> {
  if (await isStaffOf(asking, theaterId)) return viewerOf(asking)
  throw forbidden('This is for the staff of the theater alone.')
}

/** Whether the viewer may do what the staff of a theater may. */
export async function isStaffOf({ viewer, loaders }: Asking, theaterId: number): Promise<boolean> {
  return viewer !== null && actsForTheater(await loaders.appointments.load(viewer.accountId), theaterId)
}

/** Whether the viewer is an admin. */
export async function isAdmin({ viewer, loaders }: Asking): Promise<boolean> {
  return viewer !== null && (await loaders.appointments.load(viewer.accountId)).isAdmin
}

/** The viewer of a field that is declared with @auth. Without one its resolver has not run. */
export function viewerOf({ viewer }: Pick<Asking, 'viewer'>): Viewer {
  if (viewer === null) throw new Error('a field that needs a viewer is not declared with @auth')
  return viewer
}

async function requireRole({ loaders }: Asking, { accountId }: Viewer, requires: readonly Role[]): Promise<void> {
  const roles = rolesOf(await loaders.appointments.load(accountId))
  if (!roles.some((role) => requires.includes(role))) throw forbidden(`This is for ${requires.join(' and ')} alone.`)
}
