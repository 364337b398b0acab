// Applies the remembered look before the first paint; loaded in the head and small on purpose. Its other half is
// src/lib/ui/theme/look.ts: the same key, the same names.
try {
  const look = localStorage.getItem('sheaf.look');
  if (/^(light|dark|cream|contrast|contrast-dark)$/.test(look)) document.documentElement.dataset.theme = look;
} catch {
  // Storage is closed to us: the device's own look stays.
}
