/** Put in by the build (vite.config.ts). `commit`: null where it was not made from a repository. */
declare const __APP__: { version: string; commit: string | null }

export const APP = __APP__
