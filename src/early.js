// Two things that cannot wait for the app's own files: this stands in each page (hooks.server.ts). src/storage/early.ts
// and src/features/shell/theme.svelte.ts hold the other halves.

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

// The diary, opened while those files are on their way, and what a start asks it. Only where there is one: to make or
// change it is rows.ts's.
;(function () {
  try {
    if (localStorage.getItem('mend.since') === null) return
    var name = localStorage.getItem('mend.diary') === 'sample' ? 'mend-sample' : 'mend'
    var request = indexedDB.open(name, 40)
  } catch {
    return // what keeps it shut will be said by whoever needs it
  }
  // The week around today; where Trends is opened, what its first chart and the half year of habits need.
  var daysBack = /\/trends\/?$/.test(location.pathname) ? 210 : 9
  var opening = { name: name, since: new Date(Date.now() - daysBack * 864e5).toISOString().slice(0, 10) }
  globalThis.mendOpening = opening
  if (globalThis.BroadcastChannel) {
    // Another tab may write before the app's own ear is open.
    opening.channel = new BroadcastChannel('mend-changes')
    opening.channel.onmessage = function () {
      opening.isStale = true
    }
  }
  opening.database = new Promise(function (resolve) {
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
  opening.answers = opening.database.then(function (database) {
    return new Promise(function (resolve) {
      try {
        var whole = ['items', 'settings', 'plans', 'steps']
        var counted = ['protocols', 'comparisons', 'worries']
        var dated = ['days', 'events']
        var transaction = database.transaction(whole.concat(counted, dated))
        var asked = {}
        whole.forEach(function (table) {
          asked[table] = { all: transaction.objectStore(table).getAll() }
        })
        counted.forEach(function (table) {
          asked[table] = { count: transaction.objectStore(table).count() }
        })
        dated.forEach(function (table) {
          var store = transaction.objectStore(table)
          asked[table] = {
            all: store.getAll(IDBKeyRange.lowerBound(opening.since)),
            first: store.openCursor(),
            last: store.openCursor(null, 'prev')
          }
        })
        transaction.oncomplete = function () {
          // Rows are made of the bytes when they are looked at first: better now than when a page waits for them.
          dated.forEach(function (table) {
            void asked[table].all.result
          })
          resolve(asked)
        }
        transaction.onabort = function () {
          resolve(null)
        }
      } catch {
        resolve(null) // not in this shape: it is asked again
      }
    })
  })
})()
