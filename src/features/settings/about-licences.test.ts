import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LICENCES } from './about-licences.ts'
import { APP } from './about-version.ts'

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const own = manifestOf('.')
// The compiler's own code and the framework's are in every page, though they are needed for building only.
const carried = [...Object.keys(own.dependencies), 'svelte', '@sveltejs/kit']

describe('the licences', () => {
  it.each(carried)('have %s as it is installed, with the text it came with', (name) => {
    const installed = manifestOf(join('node_modules', name))
    const shown = LICENCES.find((one) => one.name === name && one.version === installed.version)
    expect(shown?.licence).toBe(installed.license)
    expect(shown?.text).toMatch(/permission is hereby granted|apache license|redistribution and use/i)
    expect(shown?.copyright).toMatch(/^Copyright .*\d{4}/)
  })

  it('have what those packages bring along', () => {
    const names = LICENCES.map(({ name }) => name)
    // Colours of charts, ciphers of locked backups, the caches of the service worker.
    expect(names).toEqual(expect.arrayContaining(['@kurkle/color', '@noble/ciphers', 'workbox-core']))
  })

  it('begin with the app, and name each version of a package once', () => {
    expect(LICENCES[0]).toMatchObject({ name: own.name, version: own.version, licence: own.license })
    expect(LICENCES[0]?.text).toBe(readFileSync('LICENSE', 'utf8').trim())
    const keys = LICENCES.map(({ name, version }) => `${name} ${version}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('leave out what only types, tests and builds', () => {
    const names = LICENCES.map(({ name }) => name)
    expect(names.filter((name) => name.startsWith('@types/'))).toEqual([])
    for (const tool of ['typescript', 'vitest', 'playwright', 'eslint', 'vite']) expect(names).not.toContain(tool)
  })
})

it('the version is the one of package.json; a commit is named only where there is one', () => {
  expect(APP.version).toBe(own.version)
  if (APP.commit !== null) expect(APP.commit).toMatch(/^[0-9a-f]{7,}$/)
})
