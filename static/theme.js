// Keys and names are those of src/lib/ui/theme.
try {
  const { dataset } = document.documentElement;
  const look = localStorage.getItem('sheaf.look');
  if (/^(light|dark|cream|contrast|contrast-dark)$/.test(look)) dataset.theme = look;
  if (/^\/(t|r|mine|offline-shell)(\/|$)/.test(location.pathname))
    for (const choice of (localStorage.getItem('sheaf.reading') ?? '').split(' ')) {
      const [, name, value] = /^(text|spacing|face|easy|speed|stops)=([a-z0-9]+)$/.exec(choice) ?? [];
      if (name) dataset[name] = value;
    }
} catch {
  // Storage is closed to us.
}
