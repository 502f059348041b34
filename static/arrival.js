// Runs before all else: a link's code holds names, so it leaves the address bar and the history at once. It
// may also be anything that somebody typed, which the parts that start later would trip over.
if (/^#(share|pack)(=|%3d)/i.test(location.hash)) {
	window.sharedFragment = location.hash;
	history.replaceState(history.state, '', location.pathname + location.search);
}
