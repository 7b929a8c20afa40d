declare const __APP__: { version: string }

/** What files say they were made by. The build puts the version of package.json in. */
export const APP = { name: 'Mend', version: __APP__.version }
