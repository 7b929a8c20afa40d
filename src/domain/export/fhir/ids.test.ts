import { expect, test } from 'vitest'
import { uuidV5 } from './ids.ts'

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'

test.each([
  // RFC 9562, A.4
  ['www.example.com', '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
  // The documentation of Python's uuid module.
  ['python.org', '886313e1-3b8a-5372-9b90-0c9aee199e5d']
])('the UUID of %s is the published one', async (name, uuid) => {
  expect(await uuidV5(DNS, name)).toBe(uuid)
})
