/** The form of each kind of event, loaded when it is first opened. A kind without one does not pass the type check. */
import type { EventKind } from '#domain/trackable.ts'

export const FORMS = {
  stool: () => import('./StoolForm.svelte'),
  course: () => import('./CourseForm.svelte'),
  medicine: () => import('./MedicineForm.svelte'),
  reaction: () => import('./ReactionForm.svelte'),
  training: () => import('./TrainingForm.svelte')
} satisfies Record<EventKind, () => Promise<{ default: unknown }>>
