import { forbidden } from '../../lib/errors.js'
import { requireViewer, type Viewer } from '../accounts/index.js'

/** Says whether a viewer is an administrator. */
export type AdminCheck = (viewer: Viewer) => Promise<boolean>

/** Who asks, and who knows whether that is an administrator. */
export interface AdminContext {
  readonly viewer: Viewer | null
  readonly isAdmin: AdminCheck
}

/**
 * Lets administrators pass.
 *
 * @throws UNAUTHENTICATED without a viewer, FORBIDDEN when it is none.
 */
export async function requireAdmin(context: AdminContext): Promise<void> {
  if (!(await context.isAdmin(requireViewer(context)))) throw forbidden('This is for administrators alone.')
}

/** Whether `node` finds partners. */
export async function seesPartners({ viewer, isAdmin }: AdminContext): Promise<boolean> {
  return viewer !== null && (await isAdmin(viewer))
}

/** Does what is for administrators alone. */
export async function asAdmin<T>(context: AdminContext, work: () => T | Promise<T>): Promise<T> {
  await requireAdmin(context)
  return work()
}
