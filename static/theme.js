// Runs before the first paint, so that a chosen theme shows without a flash of the other one.
try {
	var theme = localStorage.getItem('theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage is blocked by a browser setting: the system's theme applies.
}
