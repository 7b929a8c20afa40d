import adapter from '@sveltejs/adapter-static'

/** A page of SvelteKit with nothing but the floor's chart: what the framework itself takes. */
export default {
  kit: {
    adapter: adapter({ pages: '../../../.svelte-kit/bench-page', precompress: true }),
    outDir: '../../../.svelte-kit/bench-kit',
    // The floor's form fills the database here, too.
    files: { routes: 'routes', appTemplate: 'app.html', assets: '../floor' },
    serviceWorker: { register: false }
  },
  compilerOptions: { runes: true }
}
