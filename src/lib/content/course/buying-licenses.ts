import { type Lesson } from '$lib/domain/lesson';
import { all, id, NOW, order, sample } from './parts';

export const buyingLicenses: Lesson = {
	id: 'buying-licenses',
	title: 'Buying, with cost centers',
	minutes: 8,
	intro: `Licenses are bought in the Billing Portal:

1. Click **Purchase** in the left panel, then **Analytics** to filter.
2. Enter the quantity. Click **Add to Cart** and go on choosing, or **Buy now** to go to the checkout.
3. Click the **Shopping cart** at the top right. Review the items: you can change a quantity or delete an item. Click **Next**.
4. With several cost centers, assign one to each item: **Select cost center**, **Assign to all**, or tick items and **Assign to selected**. **Split** separates multiples of an item, so that each part can go to another cost center. Click **Next**.
5. In **Review charges**, tick that you have read the information and itemized charges, then click **Confirm**.

The two queues of this organization are monitored, Alice and Bob view, and nothing has been bought yet.`,
	start: { kind: 'scenario', scenario: { ...sample('ten-licenses'), orders: [] } },
	steps: [
		{
			kind: 'number',
			id: 'predict-quantity',
			title: 'Predict: how many to buy',
			text: '**How many Live Reports licenses have to be bought** so that everybody who needs one has one?',
			hints: [
				'Buy what is needed, less what is owned. Nothing is owned.',
				'Agents of monitored queues need one, and so do those who may view.'
			],
			answer: { plus: ['needed'], minus: ['purchased'] },
			explanation:
				'Buy what is needed less what is purchased already: ten for eight agents and two supervisors, if nothing has been bought yet.',
			mistakes: [
				{
					id: 'forgot-viewers',
					answer: { plus: ['agents-now'], minus: ['purchased'] },
					text: 'That covers the agents only. Alice and Bob, who may view, need a license too.'
				}
			]
		},
		{
			kind: 'task',
			id: 'enough',
			title: 'Buy enough',
			text: 'In the [Billing Portal](billing), buy at least as many Live Reports licenses as are needed.',
			hints: [
				'Compare Purchased with Needed in the header.',
				'Purchase, Analytics, quantity 10, Add Live Reports to cart, then the Shopping cart.',
				'Go through Next, Next, tick that you have read the charges, Confirm.'
			],
			goal: all(
				// Needing less, or Boosters, would make Purchased enough as well; neither is buying them.
				{ kind: 'figure', figure: 'needed', is: '>=', to: 10 },
				{ kind: 'figure', figure: 'purchased-live-reports', is: '>=', to: 'needed' }
			)
		},
		{
			kind: 'task',
			id: 'cost-centers',
			title: 'Give each cost center its share',
			text: 'Detroit pays for its three agents and Alice, Belmont for its five agents and Bob. In one order or in several: **four licenses for Detroit, six for Belmont**.',
			hints: [
				'One item can go to two cost centers once it is split.',
				'In the cart, after the first Next: Split, set the parts to 4 and 6, and select a cost center for each.',
				'If you have confirmed already, Undo takes the order back.'
			],
			goal: all(
				{ kind: 'purchased', product: 'live-reports', costCenter: id('detroit'), is: '>=', to: 4 },
				{ kind: 'purchased', product: 'live-reports', costCenter: id('belmont'), is: '>=', to: 6 }
			)
		},
		{
			kind: 'choice',
			id: 'before-confirm',
			title: 'The last step',
			text: '**What has to be done in Review charges before you can confirm?**',
			hints: ['Look at the bottom of the page.'],
			choices: [
				{
					id: 'tick',
					text: 'Tick the box that you have read and understood the information and itemized charges',
					reply: 'Right: the box at the bottom of the page acknowledges that, then comes Confirm.'
				},
				{
					id: 'assign-people',
					text: 'Choose the users who get the licenses',
					reply: 'No: licenses are not given to users by hand. They are assigned automatically.'
				},
				{
					id: 'permission',
					text: 'Give the supervisors the Live Reports permission',
					reply: 'No: permissions come with roles, in the Admin Portal. Buying does not ask for them.'
				}
			],
			right: 'tick'
		}
	],
	mistakes: [
		{
			id: 'all-to-root',
			when: { kind: 'purchased', costCenter: id('root'), is: '>', to: 0 },
			text: 'Licenses went to the cost center Root. Undo the order, and choose Detroit and Belmont with Select cost center, Assign to selected or Split.'
		},
		{
			id: 'too-many',
			when: { kind: 'figure', figure: 'purchased', is: '>', to: 'needed' },
			text: 'More is purchased than needed. The source shows no way to give licenses back, so count first; here, Undo takes the order back.'
		},
		{
			id: 'forgot-viewers',
			when: { kind: 'figure', figure: 'purchased', is: '=', to: 'agents-now' },
			text: 'What you bought covers the agents and leaves out the two supervisors, who may view.'
		}
	],
	debrief: {
		text: 'Purchased is the sum of all confirmed orders. Who pays is said by the cost centers, which change nothing about who gets a license.',
		show: 'purchased'
	},
	solution: [order('o-lesson', NOW, ['live-reports', 4, 'detroit'], ['live-reports', 6, 'belmont'])]
};
