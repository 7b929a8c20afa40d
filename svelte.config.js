import adapter from '@sveltejs/adapter-static'

/** A static host may serve the app from a folder: BASE_PATH=/mend npm run build. */
const base = process.env.BASE_PATH ?? ''

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapter({ pages: process.env.BUILD_DIR ?? 'build', precompress: true }),
    files: { lib: 'src/ui' },
    paths: { base, relative: false },
    // Workbox registers the worker (features/shell), so that an update can wait for the person.
    serviceWorker: { register: false },
    // An update is offered by the service worker; nothing polls a server.
    version: { pollInterval: 0 },
    typescript: {
      config: (config) => ({
        ...config,
        include: [...config.include, '../vite.config.ts', '../svelte.config.js', '../tests/**/*.ts']
      })
    }
  },
  compilerOptions: { runes: true }
}
