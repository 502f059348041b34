/** Where the browser's own undo belongs to the text that is typed. */
const TYPING = 'input, textarea, select, [contenteditable]';

/** Which step a key asks for: Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y (Command on a Mac), outside of text fields and dialogs. */
export function wantsUndo(event: KeyboardEvent): 'undo' | 'redo' | null {
	if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return null;
	if (event.target instanceof Element && event.target.closest(`${TYPING}, [role="dialog"]`)) return null;
	const key = event.key.toLowerCase();
	if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
	return key === 'y' && !event.shiftKey ? 'redo' : null;
}
