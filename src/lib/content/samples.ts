import { ScenarioFile } from '$lib/domain/scenario';
import busyMonth from './busy-month.json';
import emptyOrganization from './empty-organization.json';
import tenLicenses from './ten-licenses.json';

/** A scenario to start from: opening one makes a new scenario, never changes another (S3). */
export interface Sample {
	readonly id: string;
	readonly title: string;
	readonly blurb: string;
	readonly file: ScenarioFile;
}

export const SAMPLES: readonly Sample[] = [
	{
		id: 'ten-licenses',
		title: 'The ten-license example',
		blurb:
			'Two support queues, eight agents and two supervisors: who needs a license, counted by hand in a minute.',
		file: ScenarioFile.parse(tenLicenses)
	},
	{
		id: 'busy-month',
		title: 'Busy month',
		blurb:
			'A clinic’s contact center with five queues and three dashboards. Somebody left, somebody came back, a supervisor takes calls too, and the licenses don’t suffice.',
		file: ScenarioFile.parse(busyMonth)
	},
	{
		id: 'empty-organization',
		title: 'Empty organization',
		blurb:
			'A name, a clock and nobody yet. Set up people, roles, queues, dashboards and licenses yourself, from the first step.',
		file: ScenarioFile.parse(emptyOrganization)
	}
];
