import { type Widget, WIDGET_KINDS, type WidgetKind } from '$lib/domain/dashboard';
import { type WidgetView } from '$lib/domain/dashboard-rows';
import { type Instant } from '$lib/domain/instant';
import { KIND_HINTS, KIND_NAMES, offeredName } from '$lib/text/live-reports';
import { type NotDoneReason } from '$lib/text/refusals';
import { type Choice } from '$lib/ui/combobox.svelte';
import { type Desk } from '../../../desk.svelte';

/** What a widget can show, as the form offers it. */
export const KIND_CHOICES = WIDGET_KINDS.map((value) => ({
	value,
	label: KIND_NAMES[value],
	hint: KIND_HINTS[value]
}));

/** What the form of a widget holds. */
export class WidgetDraft {
	kind = $state<WidgetKind>('service-level');
	queue = $state.raw<Choice | null>(null);
	error = $state.raw<NotDoneReason | null>(null);
	/** Save was pressed without a queue. */
	lacksQueue = $state(false);
	#typed = $state<string | null>(null);
	readonly id: string;
	readonly isNew: boolean;

	constructor(id: string, known: WidgetView | null) {
		this.id = id;
		this.isNew = known === null;
		if (!known) return;
		this.kind = known.kind;
		this.#typed = known.name;
		this.queue = { value: known.queueId, label: known.queue };
	}

	/** What was typed, else a name that says what the widget shows. */
	get name(): string {
		return this.#typed ?? offeredName(this.kind, this.queue?.label ?? null);
	}
	set name(text: string) {
		if (text !== this.name) this.#typed = text;
	}

	/** The widget as it would be saved at as-of; null while it has no queue. */
	widget(asOf: Instant): Widget | null {
		const { id, kind, queue } = this;
		return queue && { id, kind, name: this.name.trim(), queueId: queue.value, from: asOf };
	}
}

/** What is open on a dashboard's page, and what its cards and forms do. */
export class WidgetDesk {
	draft = $state.raw<WidgetDraft | null>(null);
	#isBusy = false;
	readonly #desk: Desk;
	readonly #newId: () => string;

	constructor(desk: Desk, newId: () => string) {
		this.#desk = desk;
		this.#newId = newId;
	}

	add = (): void => {
		this.draft = new WidgetDraft(this.#newId(), null);
	};

	edit = (widget: WidgetView): void => {
		this.draft = new WidgetDraft(widget.id, widget);
	};

	/** Adds or changes the widget of the form. */
	async save(draft: WidgetDraft, dashboardId: string, asOf: Instant): Promise<void> {
		const widget = draft.widget(asOf);
		draft.lacksQueue = widget === null;
		if (!widget || this.#isBusy) return;
		this.#isBusy = true;
		const { id: widgetId, name, kind } = widget;
		const done = draft.isNew
			? this.#desk.dispatch('addWidget', { dashboardId, widget })
			: this.#desk.dispatch('editWidget', { dashboardId, widgetId, name, kind });
		draft.error = await done.finally(() => (this.#isBusy = false));
		if (draft.error === null && this.draft === draft) this.draft = null;
	}

	remove = (dashboardId: string, { id: widgetId }: WidgetView, asOf: Instant): Promise<boolean> =>
		this.#desk.do('removeWidget', { dashboardId, widgetId, at: asOf });
}
