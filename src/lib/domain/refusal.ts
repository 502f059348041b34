import { type Instant } from './instant';
import { type Permission } from './permission';

/** Why a command was not carried out: a code and its figures. The sentence is text/'s. */
export type Refusal =
	| { readonly code: 'UNKNOWN_COMMAND'; readonly name: string }
	| { readonly code: 'INVALID_INPUT'; readonly path: string; readonly problem: string }
	| { readonly code: 'EMPTY_NAME'; readonly path: string }
	| { readonly code: 'UNKNOWN_PERSON'; readonly personId: string }
	| { readonly code: 'UNKNOWN_ROLE'; readonly roleId: string }
	| { readonly code: 'UNKNOWN_COST_CENTER'; readonly costCenterId: string }
	| { readonly code: 'ROOT_STAYS' }
	| { readonly code: 'COST_CENTER_CYCLE'; readonly name: string }
	| {
			readonly code: 'COST_CENTER_IN_USE';
			readonly name: string;
			readonly people: number;
			readonly orders: number;
			readonly children: number;
	  }
	| { readonly code: 'DOUBLE_ID'; readonly id: string }
	| {
			/** Who acts lacks a permission. */
			readonly code: 'FORBIDDEN';
			readonly permission: Permission;
			/** Names of the roles that have it. */
			readonly roles: readonly string[];
			/** Names of people who could grant it, at most five. */
			readonly grantors: readonly string[];
	  }
	| { readonly code: 'UNKNOWN_QUEUE'; readonly queueId: string }
	| { readonly code: 'UNKNOWN_DASHBOARD'; readonly dashboardId: string }
	| { readonly code: 'UNKNOWN_WIDGET'; readonly widgetId: string }
	| { readonly code: 'UNKNOWN_MEMBERSHIP'; readonly place: number }
	/** `name`: who or which queue has the extension. */
	| { readonly code: 'DOUBLE_EXTENSION'; readonly extension: string; readonly name: string }
	| { readonly code: 'LAST_SUPER_ADMIN' }
	| { readonly code: 'OWNS_DASHBOARDS'; readonly people: number; readonly dashboards: number }
	| { readonly code: 'PREDEFINED_ROLE'; readonly name: string }
	| { readonly code: 'ROLE_IN_USE'; readonly name: string; readonly people: number }
	| { readonly code: 'QUEUE_IN_USE'; readonly name: string; readonly widgets: number }
	/** All of them are members; `name` is the first's. */
	| { readonly code: 'ALREADY_MEMBER'; readonly name: string; readonly people: number }
	| {
			readonly code: 'TO_BEFORE_FROM';
			readonly path: string;
			readonly from: Instant;
			readonly to: Instant;
	  }
	/** The dashboard does not exist at the moment meant: deleted, or created later. */
	| { readonly code: 'DASHBOARD_GONE'; readonly name: string }
	| { readonly code: 'NOT_SHARED'; readonly name: string }
	| { readonly code: 'UNKNOWN_WHAT_IF' }
	| { readonly code: 'EMPTY_ORDER' }
	| { readonly code: 'QUANTITY_OUT_OF_RANGE'; readonly path: string; readonly quantity: number }
	| { readonly code: 'OUT_OF_RANGE'; readonly asOf: string };
