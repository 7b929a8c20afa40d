// Runs before the first paint, so that a chosen theme never flashes the other one. Absent or unknown: the system's.
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
