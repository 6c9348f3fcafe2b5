/* Light or dark: the system's choice until the person presses the button. Runs before the page is drawn. */
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const read = () => {
    try {
      return localStorage.getItem('theme');
    } catch {
      return null;
    }
  };
  const apply = () => {
    const theme = read() ?? (system.matches ? 'dark' : 'light');
    document.documentElement.dataset.theme = theme;
    const button = document.getElementById('theme');
    if (button) button.textContent = theme === 'dark' ? 'Light theme' : 'Dark theme';
  };
  apply();
  system.addEventListener('change', apply);
  addEventListener('DOMContentLoaded', () => {
    apply();
    document.getElementById('theme').addEventListener('click', () => {
      const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
      try {
        localStorage.setItem('theme', next);
      } catch {
        /* A browser that keeps nothing still switches for this visit. */
      }
      document.documentElement.dataset.theme = next;
      document.getElementById('theme').textContent = next === 'dark' ? 'Light theme' : 'Dark theme';
    });
  });
})();
