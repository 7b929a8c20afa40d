import { defineConfig } from '@playwright/test'
import { PORTS } from './sites.ts'

const serve = (folder: string, port: number, first: string) => ({
  command: `npx --no-install sirv ${folder} --brotli --gzip --etag --host 127.0.0.1 --port ${port} --quiet`,
  cwd: '../..',
  url: `http://127.0.0.1:${port}${first}`,
  reuseExistingServer: false
})

/** How fast Mend is, held against a hand-written page in the same run. BUILD_DIR measures another build than ./build. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/bench',
  workers: 1,
  reporter: 'line',
  timeout: 90 * 60_000,
  webServer: [
    serve(process.env['BUILD_DIR'] ?? 'build', PORTS.mend, '/'),
    // The floor page takes Chart.js from node_modules, so its server stands at the top of the project.
    serve('.', PORTS.floor, '/package.json'),
    serve('.svelte-kit/bench-page', PORTS.kit, '/chart')
  ]
})
