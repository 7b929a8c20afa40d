// Two things that cannot wait for the app's own files. src/storage/rows.ts and src/features/shell hold the other halves.

// The theme, before the first paint, so that a chosen theme never flashes the other one. Absent or unknown: the system's.
;(function () {
  var grounds = { light: '#f6f3ec', dark: '#111412' }
  var theme = null
  try {
    theme = localStorage.getItem('mend.theme')
  } catch {
    // Storage is closed to this page (a private window, a strict setting): the system's theme it is.
  }
  if (theme !== 'light' && theme !== 'dark') return
  document.documentElement.dataset.theme = theme
  // Both metas, so that the bar follows the choice whatever the system prefers.
  document.querySelectorAll('meta[name="theme-color"]').forEach(function (meta) {
    meta.content = grounds[theme]
  })
})()

// The diary, opened while those files are on their way. Only where there is one: to make or change it is rows.ts's.
;(function () {
  try {
    if (localStorage.getItem('mend.since') === null) return
    var name = localStorage.getItem('mend.diary') === 'sample' ? 'mend-sample' : 'mend'
    var request = indexedDB.open(name, 40)
  } catch {
    return // what keeps it shut will be said by whoever needs it
  }
  globalThis.mendOpening = {
    name: name,
    database: new Promise(function (resolve) {
      request.onupgradeneeded = function () {
        request.transaction.abort()
      }
      request.onerror = function (event) {
        event.preventDefault()
        resolve(null)
      }
      request.onsuccess = function () {
        var database = request.result
        database.onversionchange = function () {
          database.close()
        }
        resolve(database)
      }
    })
  }
})()
