/** What a failed read or write means for the person: a sentence that says what happened and what to do. */
export function failureText(error: unknown): string {
  const names = namesOf(error)
  if (names.includes('QuotaExceededError')) {
    return 'This device has no space left, so that was not saved. Free some space, then try again.'
  }
  if (names.includes('DatabaseClosedError') || names.includes('VersionError')) {
    return 'Mend was updated in another tab, so that was not saved here. Reload this page, then try again.'
  }
  if (names.includes('ErasedError')) {
    return 'Everything was erased. Load this page anew as soon as this device is online.'
  }
  if (
    names.includes('MissingAPIError') ||
    names.includes('InvalidStateError') ||
    names.includes('OpenFailedError') ||
    names.includes('SecurityError')
  ) {
    return 'This browser does not let Mend store anything, perhaps because of a private window. Open Mend in an ordinary window.'
  }
  return 'That was not saved. Try again; if it fails once more, reload the page. What was saved before is safe.'
}

function namesOf(error: unknown): string[] {
  const names: string[] = []
  let at: unknown = error
  // Dexie wraps the browser's own error in `inner`.
  while (at instanceof Error || (typeof at === 'object' && at !== null && 'name' in at)) {
    names.push(String((at as Error).name))
    at = (at as { inner?: unknown }).inner
    if (names.length > 8) break
  }
  return names
}
