/** Where the browser lets the page store nothing (S5). */
export const MEMORY = {
	title: 'Nothing is kept',
	what: 'Nothing can be stored in this browser now. You can use all of the sandbox, but everything is gone when this tab is closed or reloaded. Leave private browsing or allow this site to store data, or export what matters.',
	state: 'Not kept',
	export: 'Export backup',
	nothing: 'There is nothing to back up yet.',
	yourData: 'All of it is in this tab only. A backup is one file with every scenario.',
	goOn: 'Go on without keeping anything'
} as const;
