/** Whose work ends up in the build, and on which terms: read from the packages themselves while Vite starts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import type { Licence } from '#features/settings/about-licences.ts'

/** What the compiler and the framework leave in the app, though no `dependencies` name it. */
const FRAMEWORK = ['svelte', '@sveltejs/kit', 'clsx', 'devalue']
const TERMS = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i
const COPYRIGHT = /^\s*(copyright (?:\(c\)|©|\d{4}).*?)\s*$/im

interface Manifest {
  name: string
  version: string
  license: string
  dependencies?: Record<string, string>
}

const manifestIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

/** The folder that Node would take the package from. */
function folderOf(name: string, from: string): string {
  const folder = join(from, 'node_modules', name)
  if (existsSync(join(folder, 'package.json'))) return folder
  if (dirname(from) === from) throw new Error(`${name} is not installed.`)
  return folderOf(name, dirname(from))
}

function licenceIn(folder: string): Licence {
  const { name, version, license } = manifestIn(folder)
  const files = readdirSync(folder).filter((file) => TERMS.test(file))
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
  if (text === '') throw new Error(`${name} ${version} comes without the text of its licence.`)
  return { name, version, licence: license, copyright: COPYRIGHT.exec(text)?.[1] ?? null, text }
}

/** The app itself, then every package it may carry by name: its dependencies, theirs, and the framework. */
export function licencesOf(root: string): Licence[] {
  const folders = new Set<string>()
  const add = (name: string, from: string, deep: boolean) => {
    const folder = folderOf(name, from)
    if (folders.has(folder)) return
    folders.add(folder)
    if (deep) for (const next of runtimeOf(folder)) add(next, folder, true)
  }
  for (const name of runtimeOf(root)) add(name, root, true)
  for (const name of FRAMEWORK) add(name, root, false)
  const all = [...folders].map(licenceIn)
  return [licenceIn(root), ...all.sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1))]
}

/** Packages of types alone leave nothing in a build. */
const runtimeOf = (folder: string): string[] =>
  Object.keys(manifestIn(folder).dependencies ?? {}).filter((name) => !name.startsWith('@types/'))

/** Fails a build that carries a package whose licence is not shown. */
export function onlyListed(licences: readonly Licence[]): Plugin {
  const listed = new Set(licences.map(({ name }) => name))
  return {
    name: 'only-listed',
    apply: (_, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        for (const id of file.moduleIds) {
          const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]
          if (name !== undefined && !listed.has(name)) {
            this.error(`${name} is part of the app, but its licence is not shown: add it to src/build/licences.ts.`)
          }
        }
      }
    }
  }
}
