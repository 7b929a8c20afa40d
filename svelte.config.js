import adapter from '@sveltejs/adapter-static'

/** A static host may serve the app from a folder: BASE_PATH=/mend npm run build. */
const base = process.env.BASE_PATH ?? ''

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    // Hosts show 404.html for an address that is none: it starts as the page that says so.
    adapter: adapter({ pages: process.env.BUILD_DIR ?? 'build', precompress: true, fallback: '404.html' }),
    files: { lib: 'src/ui' },
    paths: { base, relative: false },
    // Workbox registers the worker (features/shell), so that an update can wait for the person.
    serviceWorker: { register: false },
    // Each page carries this, with the hashes of the two scripts in it (hooks.server.ts adds one); what only a header can say is in static/_headers.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        // The one style in an element is what hides Kit's announcer of pages (its root.svelte).
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        // Photos of reports are stored as data.
        'img-src': ['self', 'data:'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['none'],
        'require-trusted-types-for': ['script'],
        // What Svelte makes its templates with, and src/ui/trusted.ts.
        'trusted-types': ['svelte-trusted-html', 'mend-own-scripts']
      }
    },
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
