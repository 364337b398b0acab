// Applies the remembered look and, where stories are told, the remembered way of reading before the first paint; loaded
// in the head and small on purpose. Its other halves are src/lib/ui/theme/look.ts and reading-settings.ts there: the
// same keys, the same names.
try {
  const { dataset } = document.documentElement;
  const look = localStorage.getItem('sheaf.look');
  if (/^(light|dark|cream|contrast|contrast-dark)$/.test(look)) dataset.theme = look;
  if (/^\/(t|r|mine|offline-shell)(\/|$)/.test(location.pathname))
    for (const choice of (localStorage.getItem('sheaf.reading') ?? '').split(' ')) {
      const [, name, value] = /^(text|spacing|face|easy|speed)=([a-z0-9]+)$/.exec(choice) ?? [];
      if (name) dataset[name] = value;
    }
} catch {
  // Storage is closed to us: the device's own look stays.
}
